/** What happens when Metamod is loaded: the game DLL first, then the plugins in the order of plugins.ini. */
import { LoadTime } from '@csr/metamod-sdk'
import type { Bridge } from '@csr/metamod-sdk/host'

import type { Config } from './config-ini.js'
import type { GameDirectory, Setting } from './game-directory.js'
import { RefusedError } from './load-error.js'
import type { Log } from './log.js'
import type { PluginActions } from './plugin-actions.js'
import type { PluginRequest } from './plugin.js'
import type { PluginLine } from './plugins-ini.js'
import { kindOf } from './resolve-name.js'

/** Where the files are, and who is told what is wrong with them. */
export interface Boot {
  readonly game: GameDirectory
  readonly log: Log
}

/** Reads config.ini and reports what is wrong with it. */
export function readConfig({ game, log }: Boot): Config {
  return accept(game.readConfig(), log)
}

/** Loads the game DLL. @returns false if there is none, so that the engine must give up. */
export function bootGameDll({ game, log }: Boot, bridge: Bridge, config: Config): boolean {
  const { configFile } = game
  if (config.gameDll === null) {
    const example = "a line such as 'gamedll dlls/cs.so'"
    log.error(
      game.has(configFile)
        ? `${configFile}: names no game DLL; add ${example}`
        : `${configFile}: no such file in ${game.path}; create it with ${example}`,
    )
    return false
  }
  const path = game.resolve(config.gameDll)
  try {
    bridge.loadGameDll(path)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.error(`game DLL ${path}: ${why}; correct 'gamedll' in ${configFile}`)
    return false
  }
  log.info(`game DLL ${game.display(path)}`)
  return true
}

/** Reads plugins.ini and reports what is wrong with it. */
export function readPlugins({ game, log }: Boot, config: Config): PluginLine[] {
  return accept(game.readPlugins(config.pluginsFile), log)
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

/** Loads the plugins. One that fails is logged, and the others are loaded all the same. */
export function bootPlugins(log: Log, plugins: PluginActions, requests: readonly BootRequest[]): void {
  for (const request of requests) {
    try {
      plugins.load(request, LoadTime.Startup)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      log.error(`${request.place}: ${error.message}`)
    }
  }
  const running = plugins.all.filter((plugin) => plugin.isRunning).length
  log.info(`${running} of ${requests.length} plugins are running; '${plugins.command} list' shows them`)
}

function accept<Value>({ value, problems }: Setting<Value>, log: Log): Value {
  for (const problem of problems) log.error(problem)
  return value
}
