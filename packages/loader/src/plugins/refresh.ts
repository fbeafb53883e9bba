/**
 * What happens when plugins.ini is read again, at a map change and at `meta refresh`: plugins that it no longer lists go,
 * what was put off or failed is tried again, plugins whose files have changed are reloaded, and new ones come.
 *
 * An administrator's `meta unload` lasts until then if the plugin is still listed, as in every Metamod. An unloading that
 * was put off until then is done then, and the plugin comes back one refresh later.
 */
import { UnloadReason, type LoadTime } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus } from '@csr/metamod-sdk/host'

import { loadListed, withoutRepeats, type BootRequest } from '../configuration/configured-plugins.js'
import { stateOf } from './file-stamps.js'
import { RefusedError } from './load-error.js'
import type { Log } from '../log.js'
import type { Outcome, PluginActions } from './plugin-actions.js'
import type { Plugin } from './plugin.js'
import { isSamePlugin } from './same-plugin.js'
import { displayFile } from '../errors/source-place.js'

export interface RefreshParts {
  readonly plugins: PluginActions
  readonly log: Log
  /** What plugins.ini lists now; null if it cannot be read, so that nobody comes or goes because of it. */
  readonly listed: readonly BootRequest[] | null
  /** Whether plugins are only to be reloaded where they stand, because this is no moment for comings and goings. */
  readonly isOnlyReload?: boolean
}

export function refreshPlugins(parts: RefreshParts, now: LoadTime): void {
  new Refresh(parts, now).run()
}

const counts = ['kept', 'loaded', 'unloaded', 'reloaded', 'delayed', 'failed'] as const
type Count = (typeof counts)[number]

class Refresh {
  readonly #plugins: PluginActions
  readonly #log: Log
  readonly #listed: readonly BootRequest[] | null
  readonly #isOnlyReload: boolean
  readonly #now: LoadTime
  readonly #counts = new Map<Count, number>()

  constructor({ plugins, log, listed, isOnlyReload = false }: RefreshParts, now: LoadTime) {
    this.#isOnlyReload = isOnlyReload
    this.#plugins = plugins
    this.#log = log
    this.#listed = listed === null ? null : withoutRepeats(listed, log)
    this.#now = now
  }

  run(): void {
    const before = this.#plugins.all
    const known = new Set(before.map(({ path }) => path))
    const byPath = new Map(this.#listed?.map((request) => [request.path, request]))
    for (const plugin of before) this.#update(plugin, byPath.get(plugin.path) ?? null)
    const added = this.#isOnlyReload ? [] : (this.#listed ?? []).filter(({ path }) => !known.has(path))
    for (const request of added) this.#load(request)
    this.#tell()
  }

  #update(plugin: Plugin, line: BootRequest | null): void {
    // Others' comings and goings may have taken it away; and one that is just being loaded may be who asked for this.
    if (this.#plugins.at(plugin.slot) !== plugin || plugin.status === PluginStatus.Valid) return
    if (line?.description != null) plugin.describe(line.description)
    const isGone = plugin.source === 'ini' && line === null && this.#listed !== null
    const { action } = plugin
    if (this.#isOnlyReload && (isGone || (action !== PluginAction.None && action !== PluginAction.Reload)))
      return
    this.#attempt(plugin, () => {
      if (isGone) this.#delete(plugin)
      else if (action !== PluginAction.None) this.#retry(plugin)
      else if (plugin.isLoaded && (line !== null || plugin.source === 'host')) this.#renew(plugin)
    })
  }

  #delete(plugin: Plugin): void {
    if (plugin.isLoaded) {
      this.#count(this.#plugins.unload(plugin, this.#now, UnloadReason.IniDeleted), 'unloaded')
      return
    }
    try {
      this.#plugins.clear(plugin)
    } catch (error) {
      // A host Metamod that keeps the plugin's stub keeps its row alive, which has said so already.
      if (!(error instanceof RefusedError)) throw error
    }
  }

  #retry(plugin: Plugin): void {
    const doing =
      plugin.action === PluginAction.Unload
        ? 'unloaded'
        : plugin.action === PluginAction.Reload
          ? 'reloaded'
          : 'loaded'
    this.#count(this.#plugins.retry(plugin, this.#now), doing)
  }

  #renew(plugin: Plugin): void {
    const state = plugin.files === null ? 'same' : stateOf(plugin.files)
    if (state === 'changed') {
      this.#count(this.#plugins.reload(plugin, this.#now, UnloadReason.FileNewer), 'reloaded')
      return
    }
    this.#count('done', 'kept')
    if (state === 'missing')
      this.#log.error(
        `plugin '${plugin.name}': ${displayFile(plugin.path)} or a file of it is not there any more; ` +
          'it goes on as it is; put the file back, or take its line out of plugins.ini',
      )
  }

  #load(request: BootRequest): void {
    const same = this.#plugins.all.find((plugin) => plugin.isLoaded && isSamePlugin(plugin.line, request))
    if (same !== undefined && same.path !== request.path) {
      const cure = `unload that one, or give the new one a file name and description of its own`
      this.#log.error(`${request.place}: is the same plugin as '${same.name}', which is loaded; ${cure}`)
      return
    }
    const isRunning = loadListed(this.#log, this.#plugins, request, this.#now)
    const plugin = this.#plugins.all.find(({ path }) => path === request.path)
    this.#count(isRunning ? 'done' : plugin?.isPostponed === true ? 'delayed' : 'failed', 'loaded')
  }

  #attempt(plugin: Plugin, action: () => void): void {
    const { problem } = plugin
    try {
      action()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.#count('failed', 'kept')
      plugin.problem = error.message
      // It was said at the last map change.
      if (error.message === problem) return
      this.#log.error(
        error.message.includes(plugin.name) ? error.message : `${plugin.name}: ${error.message}`,
      )
    }
  }

  #count(outcome: Outcome, done: Count): void {
    const count = outcome === 'done' ? done : outcome
    this.#counts.set(count, (this.#counts.get(count) ?? 0) + 1)
  }

  #tell(): void {
    const told = counts.filter((count) => (this.#counts.get(count) ?? 0) > 0)
    if (told.every((count) => count === 'kept')) return
    const parts = told.map((count) => `${this.#counts.get(count) ?? 0} ${count}`)
    this.#log.info(`plugins were looked through: ${parts.join(', ')}`)
  }
}
