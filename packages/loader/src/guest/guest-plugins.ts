/**
 * What administrators and plugins ask of us about TypeScript plugins, where another Metamod holds the list that counts:
 * each comes and goes by its stub there. What needs no leave of the host is done without asking it.
 */
import type { LoadTime } from '@csr/metamod-sdk'
import { type UnloadReason } from '@csr/metamod-sdk'
import { PluginStatus, type Bridge } from '@csr/metamod-sdk/host'

import type { GameDirectory } from '../game-directory.js'
import { PluginLoadError, RefusedError } from '../load-error.js'
import type { Log } from '../log.js'
import type { PluginActions } from '../plugin-actions.js'
import type { PluginList } from '../plugin-list.js'
import type { Plugin, PluginRequest } from '../plugin.js'
import type { ScriptLifecycle } from '../script-lifecycle.js'
import type { StubFiles } from './stub-files.js'
import type { Stubs } from './stubs.js'

export interface GuestPluginParts {
  readonly bridge: Pick<Bridge, 'loadStub' | 'unloadStub'>
  readonly game: GameDirectory
  readonly log: Log
  /** The host Metamod's name. */
  readonly metamod: string
  readonly rows: PluginList
  readonly script: ScriptLifecycle
  readonly files: StubFiles
  readonly stubs: Stubs
}

export class GuestPlugins implements PluginActions {
  readonly #parts: GuestPluginParts

  constructor(parts: GuestPluginParts) {
    this.#parts = parts
  }

  get command(): string {
    return this.#parts.rows.command
  }

  get all(): Plugin[] {
    return this.#parts.rows.all
  }

  at(slot: number): Plugin | null {
    return this.#parts.rows.at(slot)
  }

  find(text: string): Plugin {
    return this.#parts.rows.find(text)
  }

  pause(plugin: Plugin): void {
    this.#parts.rows.pause(plugin)
  }

  unpause(plugin: Plugin): void {
    this.#parts.rows.unpause(plugin)
  }

  load(request: PluginRequest, now: LoadTime): Plugin | null {
    const { game, metamod, rows, stubs } = this.#parts
    if (request.kind === 'native') {
      const file = game.display(request.path)
      throw new RefusedError(`${file} is a native library, which ${metamod} loads; write 'meta load ${file}'`)
    }
    const known = rows.withPath(request.path)
    if (known?.isLoaded === true) throw rows.loadedAlready(known)
    if (known !== null) return this.reload(known, now) ? known : null
    const plugin = rows.add(request)
    if (this.#askToLoad(plugin, now)) return plugin
    // What the host has a row for stays in the list, because it may come to life there.
    if (request.source !== 'ini' && stubs.of(plugin) === null) rows.drop(plugin)
    return null
  }

  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    const { bridge, log, metamod, rows, stubs } = this.#parts
    rows.checkUnloadable(plugin, now, reason)
    if (!stubs.isAttached(plugin)) {
      rows.drop(plugin)
      stubs.forget(plugin)
      return
    }
    stubs.unloading.set(plugin, reason)
    const answer = bridge.unloadStub(plugin.slot, now, reason)
    stubs.unloading.delete(plugin)
    if (rows.at(plugin.slot) !== plugin) return
    // The host goes on calling the stub, which stands for nothing from here on.
    rows.stop(plugin, now, reason)
    plugin.status = PluginStatus.Opened
    plugin.problem = `it was unloaded, and ${metamod} keeps its stub; '${this.command} reload ${plugin.slot}' starts it again`
    log.info(`plugin '${plugin.name}' has ended; ${metamod} keeps its row in 'meta list' (answer ${answer})`)
  }

  reload(plugin: Plugin, now: LoadTime): boolean {
    const { rows, stubs } = this.#parts
    rows.checkSettled(plugin)
    if (!stubs.isAttached(plugin)) return this.#askToLoad(plugin, now)
    const isNew = rows.reload(plugin, now)
    if (isNew) this.#remarkRenamed(plugin)
    return isNew
  }

  #askToLoad(plugin: Plugin, now: LoadTime): boolean {
    const { bridge, files, game, metamod, rows, script, stubs } = this.#parts
    try {
      // Before the host hears of it: a plugin that is not sound leaves no row in its list.
      const definition = script.read(plugin, now)
      const file = files.write(plugin.path)
      const order = { now, definition, isAnswered: false }
      stubs.loading.set(plugin, order)
      const answer = bridge.loadStub(game.display(file), now)
      if (!order.isAnswered) {
        const refusal = `${metamod} did not load its stub ${game.display(file)} (answer ${answer})`
        throw new PluginLoadError('stub', `${refusal}; its log and 'meta list' say why`)
      }
    } catch (error) {
      rows.fail(plugin, error)
    } finally {
      stubs.loading.delete(plugin)
    }
    return plugin.isLoaded
  }

  /** Hosts copy a plugin's name when they load it. */
  #remarkRenamed(plugin: Plugin): void {
    const { log, metamod, stubs } = this.#parts
    const { name } = plugin
    const listed = stubs.of(plugin)?.listedAs ?? name
    if (name !== listed)
      log.info(`plugin '${name}' is listed by ${metamod} as '${listed}' until 'meta reload' there`)
  }
}
