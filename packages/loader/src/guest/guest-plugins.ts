/**
 * What administrators and plugins ask of us about TypeScript plugins, where another Metamod holds the list that counts:
 * each comes and goes by its stub there. What needs no leave of the host is done without asking it.
 */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus, type Bridge } from '@csr/metamod-sdk/host'

import type { GameDirectory } from '../configuration/game-directory.js'
import { PluginLoadError, RefusedError } from '../plugins/load-error.js'
import type { Log } from '../log.js'
import type { Outcome, PluginActions } from '../plugins/plugin-actions.js'
import type { PluginList, ReadListed } from '../plugins/plugin-list.js'
import type { Plugin, PluginRequest } from '../plugins/plugin.js'
import { refreshPlugins } from '../plugins/refresh.js'
import type { ScriptLifecycle } from '../script/script-lifecycle.js'
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
  /** What our plugins.ini lists and the host's does not. */
  readonly readListed: ReadListed
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
    if (rows.isEnding) throw new RefusedError('the server is ending; nothing is loaded any more')
    const known = rows.withPath(request.path)
    if (known?.isLoaded === true) throw rows.loadedAlready(known)
    if (known !== null) return this.reload(known, now) === 'failed' ? null : known
    const plugin = rows.add(request)
    if (this.#askToLoad(plugin, now) !== 'failed') return plugin
    // What the host has a row for stays in the list, because it may come to life there.
    if (request.source !== 'ini' && stubs.of(plugin) === null) rows.drop(plugin)
    return null
  }

  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): 'done' | 'delayed' {
    const { bridge, log, metamod, rows, stubs } = this.#parts
    if (rows.momentToUnload(plugin, now, reason) === 'later') return 'delayed'
    if (!stubs.isAttached(plugin)) {
      this.#forget(plugin)
      return 'done'
    }
    stubs.unloading.set(plugin, reason)
    const answer = bridge.unloadStub(plugin.slot, now, reason)
    stubs.unloading.delete(plugin)
    if (rows.at(plugin.slot) !== plugin) return 'done'
    // The host goes on calling the stub, which stands for nothing from here on.
    rows.stop(plugin, now, reason)
    plugin.status = PluginStatus.Opened
    plugin.action = PluginAction.None
    plugin.problem = `it was unloaded, and ${metamod} keeps its stub; '${this.command} reload ${plugin.slot}' starts it again`
    log.info(`plugin '${plugin.name}' has ended; ${metamod} keeps its row in 'meta list' (answer ${answer})`)
    return 'done'
  }

  reload(plugin: Plugin, now: LoadTime, reason?: UnloadReason): Outcome {
    const { rows, stubs } = this.#parts
    rows.checkSettled(plugin)
    if (!stubs.isAttached(plugin)) return this.#askToLoad(plugin, now)
    const outcome = rows.reload(plugin, now, reason)
    if (outcome === 'done') this.#remarkRenamed(plugin)
    return outcome
  }

  retry(plugin: Plugin, now: LoadTime): Outcome {
    const { rows } = this.#parts
    rows.checkSettled(plugin)
    // Another moment is that of what was put off, of which the host has to hear.
    if (plugin.isSuspended && now === LoadTime.Anytime) return rows.retry(plugin, now)
    switch (plugin.action) {
      case PluginAction.Load:
      case PluginAction.Reload:
        return this.reload(plugin, now)
      case PluginAction.Unload:
        return this.unload(
          plugin,
          now,
          now === LoadTime.Anytime ? UnloadReason.Command : UnloadReason.Delayed,
        )
      default:
        throw rows.nothingToRetry(plugin)
    }
  }

  clear(plugin: Plugin): void {
    const { metamod, rows, stubs } = this.#parts
    if (plugin.isLoaded) {
      rows.clear(plugin)
      return
    }
    rows.checkSettled(plugin)
    if (stubs.isAttached(plugin)) {
      const cure = `'${this.command} reload ${plugin.slot}' starts it again`
      throw new RefusedError(`plugin '${plugin.name}' has its stub in ${metamod}, which keeps it; ${cure}`)
    }
    this.#forget(plugin)
  }

  refresh(now: LoadTime): void {
    const { log, readListed, rows } = this.#parts
    if (!rows.isEnding) refreshPlugins({ plugins: this, log, listed: readListed() }, now)
  }

  /** Reloads the plugins whose files have changed, of which the host need not hear. */
  renew(now: LoadTime): void {
    const { log, readListed, rows } = this.#parts
    if (!rows.isEnding) refreshPlugins({ plugins: this, log, listed: readListed(), isOnlyReload: true }, now)
  }

  #forget(plugin: Plugin): void {
    this.#parts.rows.drop(plugin)
    this.#parts.stubs.forget(plugin)
  }

  #askToLoad(plugin: Plugin, now: LoadTime): Outcome {
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
    if (plugin.isLoaded) return 'done'
    return plugin.isPostponed ? 'delayed' : 'failed'
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
