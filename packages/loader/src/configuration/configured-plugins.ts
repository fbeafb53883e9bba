/** The plugins that plugins.ini and the command line name: which they are, and how they are loaded when the server starts. */
import { LoadTime } from '@csr/metamod-sdk'

import type { Config } from './config-ini.js'
import type { GameDirectory } from './game-directory.js'
import { RefusedError } from '../plugins/load-error.js'
import type { Log } from '../log.js'
import type { PluginActions } from '../plugins/plugin-actions.js'
import type { PluginRequest } from '../plugins/plugin.js'
import type { PluginLine } from './plugins-ini.js'
import { kindOf } from './resolve-name.js'
import { identitiesOf } from '../plugins/same-plugin.js'

/** Where the files are, and who is told what is wrong with them. */
export interface Listing {
  readonly game: GameDirectory
  readonly log: Log
}

/** Reads plugins.ini and reports what is wrong with it. @returns null if it cannot be read. */
export function readPlugins({ game, log }: Listing, config: Config): PluginLine[] | null {
  const { value, problems, isUnread = false } = game.readPlugins(config.pluginsFile)
  for (const problem of problems) log.error(problem)
  return isUnread ? null : value
}

/** A plugin to load, and where it is named. */
export interface BootRequest extends PluginRequest {
  readonly place: string
}

/** The plugins that the lines name, and after them those of some more absolute paths. */
export function requestsFor(
  game: GameDirectory,
  lines: readonly PluginLine[],
  extraPlugins: readonly string[],
): BootRequest[] {
  return [
    ...lines.map(({ kind, path, description, origin }) => ({
      kind,
      path: game.resolve(path),
      description,
      source: 'ini' as const,
      place: `${origin}: ${path}`,
    })),
    ...extraPlugins.map((path) => ({
      kind: kindOf(path),
      path,
      description: null,
      source: 'command' as const,
      place: game.display(path),
    })),
  ]
}

/** Leaves one request for each plugin. A line for another build of a plugin takes the place of those before it. */
export function withoutRepeats(requests: readonly BootRequest[], log: Log): BootRequest[] {
  const kept = new Set<BootRequest>()
  const byIdentity = new Map<string, BootRequest>()
  for (const request of requests) {
    const identities = identitiesOf(request)
    const same = identities
      .map((identity) => byIdentity.get(identity))
      .find((other) => other !== undefined && kept.has(other))
    if (same?.path === request.path) {
      log.info(`${request.place}: is listed already by ${same.place}; the second line is skipped`)
      continue
    }
    if (same !== undefined) {
      kept.delete(same)
      const cure = 'if they are two plugins, give them file names and descriptions of their own'
      log.info(`${request.place}: takes the place of ${same.place}, which is the same plugin; ${cure}`)
    }
    kept.add(request)
    for (const identity of identities) byIdentity.set(identity, request)
  }
  return [...kept]
}

/** Loads the plugins. One that fails is logged, and the others are loaded all the same. */
export function bootPlugins(log: Log, plugins: PluginActions, requests: readonly BootRequest[]): void {
  const wanted = withoutRepeats(requests, log)
  for (const request of wanted) loadListed(log, plugins, request, LoadTime.Startup)
  const running = plugins.all.filter((plugin) => plugin.isRunning).length
  log.info(`${running} of ${wanted.length} plugins are running; '${plugins.command} list' shows them`)
}

/** Loads one of them. @returns whether it runs. */
export function loadListed(log: Log, plugins: PluginActions, request: BootRequest, now: LoadTime): boolean {
  // One before it may have loaded it.
  if (plugins.all.some(({ isLoaded, path }) => isLoaded && path === request.path)) return true
  try {
    return plugins.load(request, now)?.isLoaded ?? false
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    log.error(`${request.place}: ${error.message}`)
    return false
  }
}
