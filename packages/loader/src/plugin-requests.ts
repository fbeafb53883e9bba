/** What plugins ask of Metamod about plugins: where their own file is, to load another one, or to unload one. */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import type { GameDirectory } from './game-directory.js'
import { RefusedError } from './load-error.js'
import type { Log } from './log.js'
import type { PluginActions } from './plugin-actions.js'
import type { Plugin } from './plugin.js'
import { resolvePluginName } from './resolve-name.js'

export class PluginRequests {
  readonly #plugins: PluginActions
  readonly #game: GameDirectory
  readonly #log: Log

  constructor(plugins: PluginActions, game: GameDirectory, log: Log) {
    this.#plugins = plugins
    this.#game = game
    this.#log = log
  }

  pluginPath(slot: number): string {
    return this.#plugins.at(slot)?.path ?? ''
  }

  /**
   * @param line - `FILE [DESCRIPTION]`, as for `meta load`.
   * @returns the plugin that is loaded now; null if it cannot be, and the log says why.
   */
  loadPlugin(callerSlot: number, line: string, now: LoadTime): Plugin | null {
    return this.#answer(callerSlot, 'loadPlugin', () => {
      const [name = '', ...words] = line.trim().split(/\s+/)
      const file = resolvePluginName(this.#game, name)
      // A plugin may make sure that another is there without asking first.
      const loaded = this.#plugins.all.find((plugin) => plugin.path === file.path && plugin.isLoaded)
      if (loaded !== undefined) return loaded
      const description = words.length > 0 ? words.join(' ') : null
      return this.#plugins.load({ ...file, description, source: { slot: callerSlot } }, now)
    })
  }

  /**
   * @param text - A number or the beginning of a name, as for `meta unload`.
   * @returns the plugin that is unloaded now; null if it cannot be, and the log says why.
   */
  unloadPlugin(callerSlot: number, text: string, now: LoadTime, reason: UnloadReason): Plugin | null {
    return this.#answer(callerSlot, 'unloadPlugin', () => {
      const plugin = this.#plugins.find(text.trim())
      if (plugin.slot === callerSlot) {
        throw new RefusedError(
          `a plugin cannot unload itself; use the server command '${this.#plugins.command} unload ${callerSlot}'`,
        )
      }
      this.#plugins.unload(plugin, now, reason)
      this.#log.info(`plugin '${plugin.name}' was unloaded by '${this.#nameOf(callerSlot)}'`)
      return plugin
    })
  }

  #answer(callerSlot: number, place: string, request: () => Plugin | null): Plugin | null {
    try {
      return request()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.#log.error(`plugin '${this.#nameOf(callerSlot)}': ${place}: ${error.message}`)
      return null
    }
  }

  #nameOf(slot: number): string {
    return this.#plugins.at(slot)?.name ?? 'unknown'
  }
}
