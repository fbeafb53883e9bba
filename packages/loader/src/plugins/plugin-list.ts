/**
 * The plugins, in the order of their hooks, and everything that can be done with one. What is put off or has failed stays
 * in the plugin's row as its `action`, until a map change or the administrator has it tried again.
 */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus } from '@csr/metamod-sdk/host'

import type { BootRequest } from '../configuration/configured-plugins.js'
import type { Lifecycle } from './lifecycle.js'
import { RefusedError } from './load-error.js'
import { checkPausable, momentToReload, momentToUnload, type LoadTimes, type Moment } from './load-rules.js'
import type { Log } from '../log.js'
import type { Outcome, PluginActions } from './plugin-actions.js'
import { forcedReasons, PluginTransitions } from './plugin-transitions.js'
import type { Plugin, PluginRequest } from './plugin.js'
import type { PluginKind } from '../configuration/plugins-ini.js'
import { refreshPlugins } from './refresh.js'

/** Reads what plugins.ini lists now; null where it cannot be read. */
export type ReadListed = () => readonly BootRequest[] | null

export class PluginList extends PluginTransitions implements PluginActions {
  readonly command: string
  readonly #readListed: ReadListed
  #isEnding = false

  constructor(
    lifecycles: Readonly<Record<PluginKind, Lifecycle>>,
    log: Log,
    command = 'meta',
    readListed: ReadListed = () => null,
  ) {
    super(lifecycles, log, command)
    this.#readListed = readListed
    this.command = command
  }

  /** Whether the plugins have gone, or are going, because the server ends. */
  get isEnding(): boolean {
    return this.#isEnding
  }

  get all(): Plugin[] {
    return this.rows.all
  }

  at(slot: number): Plugin | null {
    return this.rows.at(slot)
  }

  find(text: string): Plugin {
    return this.rows.find(text)
  }

  /** The plugin of a file or package folder, or null. */
  withPath(path: string): Plugin | null {
    return this.rows.withPath(path)
  }

  /** Puts a plugin into the list, of which nothing is in the server yet. @throws RefusedError if no place is left. */
  add(request: PluginRequest): Plugin {
    return this.rows.add(request)
  }

  /** Takes a plugin off the list, of which nothing is in the server any more. */
  drop(plugin: Plugin): void {
    this.rows.drop(plugin)
  }

  /** Loads a plugin, or one in the list that is not loaded. One that fails stays in the list, to be tried again. */
  load(request: PluginRequest, now: LoadTime): Plugin | null {
    if (this.#isEnding) throw new RefusedError('the server is ending; nothing is loaded any more')
    const known = this.withPath(request.path)
    if (known !== null) this.checkSettled(known)
    if (known?.isLoaded === true) throw this.loadedAlready(known)
    // In the list before it attaches, because attaching may call back for the plugin's path or load another plugin.
    const plugin = known ?? this.add(request)
    if (request.description !== null) plugin.describe(request.description)
    return this.#startNow(plugin, now) === 'failed' ? null : plugin
  }

  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): 'done' | 'delayed' {
    this.checkSettled(plugin)
    if (plugin.isLoaded) {
      if (this.momentToUnload(plugin, now, reason) === 'later') return 'delayed'
      this.stop(plugin, now, reason)
    } else if (!forcedReasons.has(reason)) {
      const cure = `'${this.command} clear ${plugin.slot}' takes it off the list`
      throw new RefusedError(`plugin '${plugin.name}' is not loaded, so there is nothing to unload; ${cure}`)
    }
    this.drop(plugin)
    return 'done'
  }

  reload(plugin: Plugin, now: LoadTime, reason: UnloadReason = UnloadReason.Reload): Outcome {
    this.checkSettled(plugin)
    if (!plugin.isLoaded) return this.#startNow(plugin, now)
    return this.while('reloaded', plugin, () => {
      const moment = this.#putOff(plugin, PluginAction.Reload, (info) =>
        momentToReload(info, plugin.name, now),
      )
      if (moment === 'later') return 'delayed'
      const start = this.prepareAgain(plugin, now)
      if (start === null) return 'failed'
      return this.#outcome(plugin, this.renew(plugin, start, now, reason))
    })
  }

  retry(plugin: Plugin, now: LoadTime): Outcome {
    this.checkSettled(plugin)
    if (plugin.isSuspended && now === LoadTime.Anytime) {
      this.unpause(plugin)
      return 'done'
    }
    const isCommand = now === LoadTime.Anytime
    switch (plugin.action) {
      case PluginAction.Load:
        return this.#startNow(plugin, now)
      case PluginAction.Unload:
        return this.unload(plugin, now, isCommand ? UnloadReason.Command : UnloadReason.Delayed)
      case PluginAction.Reload:
        return this.reload(plugin, now, isCommand ? UnloadReason.Reload : UnloadReason.Delayed)
      default:
        throw this.nothingToRetry(plugin)
    }
  }

  clear(plugin: Plugin): void {
    this.checkSettled(plugin)
    if (!plugin.isLoaded) {
      this.drop(plugin)
      return
    }
    if (plugin.action === PluginAction.None) {
      const cure = `'${this.command} unload ${plugin.slot}' would unload it`
      throw new RefusedError(`plugin '${plugin.name}' is loaded, and nothing was put off; ${cure}`)
    }
    plugin.action = PluginAction.None
    plugin.problem = null
  }

  refresh(now: LoadTime): void {
    if (this.#isEnding) return
    refreshPlugins({ plugins: this, log: this.log, listed: this.#readListed() }, now)
  }

  pause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'paused')
    if (plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is paused already; '${this.command} unpause ${plugin.slot}' resumes it`,
      )
    }
    if (plugin.info !== null) checkPausable(plugin.info, plugin, this.command)
    this.lifecycleOf(plugin).setRunning(plugin, false)
    plugin.status = PluginStatus.Paused
    this.log.note(`plugin '${plugin.name}' is paused`)
  }

  unpause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'unpaused')
    if (!plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is not paused; '${this.command} pause ${plugin.slot}' would pause it`,
      )
    }
    this.lifecycleOf(plugin).setRunning(plugin, true)
    if (plugin.isSuspended) plugin.problem = null
    plugin.isSuspended = false
    plugin.status = PluginStatus.Running
    this.log.note(`plugin '${plugin.name}' goes on`)
  }

  /**
   * Pauses a plugin that does harm, whether it may be paused or not.
   *
   * @param why - For the log and for `meta info`, such as `on.startFrame held the server up for 2,000 ms`.
   */
  suspend(plugin: Plugin, why: string): void {
    // Another may have the place of one that is off the list.
    if (!plugin.isRunning || !this.rows.has(plugin)) return
    this.lifecycleOf(plugin).setRunning(plugin, false)
    plugin.status = PluginStatus.Paused
    plugin.isSuspended = true
    plugin.problem = why
    const cure = `'${this.command} retry ${plugin.slot}' wakes it, '${this.command} reload ${plugin.slot}' loads it anew`
    this.log.error(`plugin '${plugin.name}' was paused: ${why}; ${cure}`)
  }

  /** A pause lasts until the map changes, as in every Metamod. */
  unpauseAll(): void {
    for (const plugin of this.all.filter(({ isPaused, isSuspended }) => isPaused && !isSuspended)) {
      this.unpause(plugin)
      this.log.info(`plugin '${plugin.name}' was paused, and goes on with the next map`)
    }
  }

  /** The end of the server: everything goes, whatever it says. */
  unloadAll(): void {
    this.#isEnding = true
    // Last loaded goes first: a plugin may use those before it.
    for (const plugin of this.rows.inOrderOfLoading.reverse()) {
      // One that is just being loaded or unloaded finds itself off the list.
      if (this.rows.has(plugin) && !this.isBusy(plugin))
        this.stop(plugin, LoadTime.Anytime, UnloadReason.CmdForced)
      this.drop(plugin)
    }
  }

  /** Notes in the plugin's row that it is to be unloaded, until that is done. @throws RefusedError if it may never be. */
  momentToUnload(plugin: Plugin, now: LoadTime, reason: UnloadReason): Moment {
    this.checkSettled(plugin)
    if (!plugin.isLoaded || forcedReasons.has(reason)) return 'now'
    return this.#putOff(plugin, PluginAction.Unload, (info) => momentToUnload(info, plugin.name, now))
  }

  /** The refusal to load what is there. */
  loadedAlready({ name, slot }: Plugin): RefusedError {
    const cure = `'${this.command} reload ${slot}' renews it`
    return new RefusedError(`'${name}' is loaded already, as number ${slot}; ${cure}`)
  }

  /** The refusal to try again what has not failed and was not put off. */
  nothingToRetry({ isLoaded, name, problem, slot }: Plugin): RefusedError {
    const why = isLoaded ? `it is loaded; '${this.command} reload ${slot}' would renew it` : problem
    return new RefusedError(`plugin '${name}' has nothing to be tried again: ${why ?? 'it did not fail'}`)
  }

  #startNow(plugin: Plugin, now: LoadTime): Outcome {
    return this.#outcome(
      plugin,
      this.start(plugin, () => this.lifecycleOf(plugin).prepare(plugin, now)()),
    )
  }

  #outcome(plugin: Plugin, isStarted: boolean): Outcome {
    if (isStarted) return 'done'
    return plugin.isPostponed ? 'delayed' : 'failed'
  }

  /** Sets the plugin's action, and takes it back where it can never be done. */
  #putOff(plugin: Plugin, action: PluginAction, momentFor: (info: LoadTimes) => Moment): Moment {
    if (plugin.info === null) return 'now'
    try {
      const moment = momentFor(plugin.info)
      plugin.action = action
      plugin.problem = moment === 'later' ? 'it waits for the next map change' : null
      return moment
    } catch (error) {
      plugin.action = PluginAction.None
      throw error
    }
  }

  #checkLoaded(plugin: Plugin, verb: string): void {
    this.checkSettled(plugin)
    if (plugin.isLoaded) return
    const cure = `'${this.command} info ${plugin.slot}' says why`
    throw new RefusedError(`plugin '${plugin.name}' did not load and cannot be ${verb}; ${cure}`)
  }
}
