/** What plugins ask of Metamod about plugins: where their own file is, to load another one, or to unload one. */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import type { PluginRequests as Requests } from '@csr/metamod-sdk/host'

import type { GameDirectory } from './game-directory.js'
import { RefusedError } from './load-error.js'
import type { Log } from './log.js'
import type { PluginList } from './plugin-list.js'
import { resolvePluginName } from './resolve-name.js'

export class PluginRequests implements Requests {
  readonly #plugins: PluginList
  readonly #game: GameDirectory
  readonly #log: Log

  constructor(plugins: PluginList, game: GameDirectory, log: Log) {
    this.#plugins = plugins
    this.#game = game
    this.#log = log
  }

  pluginPath(slot: number): string {
    return this.#plugins.at(slot)?.path ?? ''
  }

  /** @param line - `FILE [DESCRIPTION]`, as for `meta load`. */
  loadPlugin(callerSlot: number, line: string, now: LoadTime): boolean {
    return this.#answer(callerSlot, 'loadPlugin', () => {
      const [name = '', ...words] = line.trim().split(/\s+/)
      const file = resolvePluginName(this.#game, name)
      // A plugin may make sure that another is there without asking first.
      if (this.#plugins.all.some((plugin) => plugin.path === file.path && plugin.isLoaded)) return true
      const description = words.length > 0 ? words.join(' ') : null
      const request = { ...file, description, source: { slot: callerSlot } }
      return this.#plugins.load(request, now) !== null
    })
  }

  /** @param text - A number or the beginning of a name, as for `meta unload`. */
  unloadPlugin(callerSlot: number, text: string, now: LoadTime, reason: UnloadReason): boolean {
    return this.#answer(callerSlot, 'unloadPlugin', () => {
      const plugin = this.#plugins.find(text.trim())
      if (plugin.slot === callerSlot) {
        throw new RefusedError(
          `a plugin cannot unload itself; use the server command 'meta unload ${callerSlot}'`,
        )
      }
      this.#plugins.unload(plugin, now, reason)
      this.#log.info(`plugin '${plugin.name}' was unloaded by '${this.#nameOf(callerSlot)}'`)
      return true
    })
  }

  #answer(callerSlot: number, place: string, request: () => boolean): boolean {
    try {
      return request()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.#log.error(`plugin '${this.#nameOf(callerSlot)}': ${place}: ${error.message}`)
      return false
    }
  }

  #nameOf(slot: number): string {
    return this.#plugins.at(slot)?.name ?? 'unknown'
  }
}
