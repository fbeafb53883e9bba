/** What plugins ask of Metamod about plugins: where their own file is, to load another one, or to unload one. */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import type { GameDirectory } from '../configuration/game-directory.js'
import { RefusedError } from './load-error.js'
import type { Log } from '../log.js'
import type { PluginActions } from './plugin-actions.js'
import type { Plugin } from './plugin.js'
import { resolvePluginName } from '../configuration/resolve-name.js'

// A plugin may write a path with spaces in quotes, as plugins.ini does.
const fileAndDescription = /^\s*(?:"(?<quoted>[^"]*)"|(?<plain>\S+))(?:\s+(?<description>.*\S))?\s*$/s

export class PluginRequests {
  readonly #plugins: PluginActions
  readonly #game: GameDirectory
  readonly #log: Log
  /** How many plugins each plugin is unloading at this moment. */
  readonly #unloaders = new Map<number, number>()

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
      checkTime(now)
      const { quoted, plain, description = null } = fileAndDescription.exec(line)?.groups ?? {}
      const name = quoted ?? plain ?? ''
      if (name === '') throw new RefusedError('needs a file, such as addons/hello.ts')
      const file = resolvePluginName(this.#game, name)
      // A plugin may make sure that another is there without asking first.
      const loaded = this.#plugins.all.find((plugin) => plugin.path === file.path && plugin.isLoaded)
      if (loaded !== undefined) return loaded
      const waiting = this.#plugins.all.find((plugin) => plugin.path === file.path && plugin.isPostponed)
      const words = waiting === undefined ? description : null
      const request = { ...file, description: words, source: { slot: callerSlot } }
      const plugin = this.#plugins.load(request, now)
      if (plugin?.isPostponed !== true) return plugin
      // The caller is told that it has failed, so it must not happen later because of it.
      if (plugin !== waiting) this.#plugins.clear(plugin)
      throw new RefusedError(
        `plugin '${plugin.name}' can only be loaded at server start or at a map change; list it in plugins.ini`,
      )
    })
  }

  /**
   * @param text - A number or the beginning of a name, as for `meta unload`.
   * @param reason - Forced if it is one of the forced ones; what the plugin is told is that a plugin asked.
   * @returns the plugin that is unloaded now; null if it cannot be, and the log says why.
   */
  unloadPlugin(callerSlot: number, text: string, now: LoadTime, reason: UnloadReason): Plugin | null {
    return this.#answer(callerSlot, 'unloadPlugin', () => {
      checkTime(now)
      const plugin = this.#plugins.find(text.trim())
      this.#checkUnloader(callerSlot, plugin)
      const { action, problem } = plugin
      const isForced = reason === UnloadReason.CmdForced || reason === UnloadReason.PlgForced
      const told = isForced ? UnloadReason.PlgForced : UnloadReason.Plugin
      try {
        const outcome = this.#asUnloader(callerSlot, () => this.#plugins.unload(plugin, now, told))
        if (outcome === 'delayed') throw onlyAtMapChange(plugin)
      } catch (error) {
        // Nor is it tried again at the map change: the caller may have gone on as if it were there for good.
        Object.assign(plugin, { action, problem })
        throw error
      }
      this.#log.info(`plugin '${plugin.name}' was unloaded by '${this.#nameOf(callerSlot)}'`)
      return plugin
    })
  }

  /** Whoever is at work must still be there when the work is done. @throws RefusedError */
  #checkUnloader(callerSlot: number, { name, slot }: Plugin): void {
    if (slot === callerSlot) {
      const cure = `use the server command '${this.#plugins.command} unload ${callerSlot}'`
      throw new RefusedError(`a plugin cannot unload itself; ${cure}`)
    }
    if (this.#unloaders.has(slot))
      throw new RefusedError(
        `plugin '${name}' is just unloading a plugin itself; try again when that is done`,
      )
  }

  #asUnloader<Result>(slot: number, unload: () => Result): Result {
    const outer = this.#unloaders.get(slot) ?? 0
    this.#unloaders.set(slot, outer + 1)
    try {
      return unload()
    } finally {
      if (outer === 0) this.#unloaders.delete(slot)
      else this.#unloaders.set(slot, outer)
    }
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

/** Native plugins can pass any number. @throws RefusedError */
function checkTime(now: number): void {
  if (Object.values<number>(LoadTime).includes(now)) return
  throw new RefusedError(`there is no load time ${now}; pass one of PT_NEVER (0) to PT_ANYPAUSE (4)`)
}

function onlyAtMapChange({ name }: Plugin): RefusedError {
  return new RefusedError(
    `plugin '${name}' can only be unloaded at a map change; ask again with that time, or force it`,
  )
}
