/**
 * How a plugin of the list gets from one state into another: started, stopped, failed. Whatever goes wrong leaves the
 * server as it was: a plugin is running, or paused, or nothing of it is there.
 */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus } from '@csr/metamod-sdk/host'

import type { Attached, Lifecycle } from './lifecycle.js'
import { PluginLoadError, RefusedError } from './load-error.js'
import type { Log } from '../log.js'
import { PluginRows } from './plugin-rows.js'
import type { Plugin } from './plugin.js'
import type { PluginKind } from '../configuration/plugins-ini.js'
import { reasonOf } from '../errors/reason.js'
import { sharesLogTag } from './same-plugin.js'

// For these reasons a plugin goes even at a moment at which it may not be unloaded.
export const forcedReasons: ReadonlySet<UnloadReason> = new Set([
  UnloadReason.CmdForced,
  UnloadReason.PlgForced,
])

/** For these it goes even if it does not want to: as in every Metamod, an administrator's reload is one of them. */
const deafReasons: ReadonlySet<UnloadReason> = new Set([...forcedReasons, UnloadReason.Reload])

const reasons: Readonly<Record<UnloadReason, string>> = {
  [UnloadReason.Null]: 'nobody said why',
  [UnloadReason.IniDeleted]: 'plugins.ini does not list it any more',
  [UnloadReason.FileNewer]: 'its file is newer',
  [UnloadReason.Command]: 'by a server command',
  [UnloadReason.CmdForced]: 'by force of a server command, or because the server ends',
  [UnloadReason.Delayed]: 'it was put off until now',
  [UnloadReason.Plugin]: 'another plugin asked for it',
  [UnloadReason.PlgForced]: 'by force of another plugin',
  [UnloadReason.Reload]: 'to be loaded anew',
}

/** The version of a plugin that a next one is to replace. */
interface Before {
  /** Loads it again. */
  readonly load: () => Attached
  readonly isPaused: boolean
  readonly isSuspended: boolean
}

export class PluginTransitions {
  protected readonly rows: PluginRows
  protected readonly log: Log
  readonly #lifecycles: Readonly<Record<PluginKind, Lifecycle>>
  /** What is being done with a plugin at this moment, by code of its own that may ask for more. */
  #busy = new Map<Plugin, string>()
  /** Those that are being loaded, each by the one before it. */
  readonly #starting: Plugin[] = []

  constructor(lifecycles: Readonly<Record<PluginKind, Lifecycle>>, log: Log, command: string) {
    this.#lifecycles = lifecycles
    this.log = log
    this.rows = new PluginRows(command)
  }

  /**
   * Runs what loads a plugin of the list.
   *
   * @param before - Comes back if the rest of an async attach fails.
   * @returns whether the plugin runs; the log and its row say why not.
   */
  start(plugin: Plugin, load: () => Attached, before: Before | null = null): boolean {
    plugin.status = PluginStatus.Valid
    plugin.action = PluginAction.Load
    this.log.forget(plugin)
    const busy = new Map(this.#busy)
    const depth = this.#starting.push(plugin)
    let attached: Attached
    try {
      attached = load()
    } catch (error) {
      this.#busy = busy
      this.fail(plugin, error)
      for (const inner of this.#starting.slice(depth)) this.#cutOff(inner, plugin)
      return false
    } finally {
      this.#starting.length = depth - 1
    }
    this.#runs(plugin)
    if (!this.rows.has(plugin)) {
      // The server ended from within its attach.
      this.stop(plugin, LoadTime.Anytime, UnloadReason.CmdForced)
      return false
    }
    void attached?.then((error) => {
      if (error !== null) this.#failLate(plugin, error, before)
    })
    return true
  }

  /** Notes why a plugin of the list is not running, and says so. */
  fail(plugin: Plugin, error: unknown): void {
    const { stage, isPostponed } =
      error instanceof PluginLoadError ? error : ({ stage: 'attach', isPostponed: false } as const)
    const isSound = stage === 'loadable'
    plugin.status = isSound
      ? PluginStatus.Opened
      : stage === 'attach'
        ? PluginStatus.Failed
        : PluginStatus.BadFile
    // One that missed its moment for good is not tried again.
    plugin.action = isSound && !isPostponed ? PluginAction.None : PluginAction.Load
    plugin.problem = reasonOf(error)
    // A plugin that asks for another is told of the failure, and nothing is put off for it.
    const isWaiting = isPostponed && typeof plugin.source === 'string'
    if (isWaiting) this.log.info(`plugin '${plugin.name}' ${plugin.problem}`)
    else if (!isPostponed) this.log.loadFailed(plugin, error)
  }

  /**
   * Takes what there is of a plugin out of the server, and leaves the plugin in the list.
   *
   * @param isRenewed - Whether its next version is to come in its place.
   * @throws RefusedError
   */
  stop(plugin: Plugin, now: LoadTime, reason: UnloadReason, isRenewed = false): void {
    if (!plugin.isLoaded) return
    this.while('unloaded', plugin, () => {
      try {
        this.lifecycleOf(plugin).stop(plugin, now, reason, deafReasons.has(reason), isRenewed)
      } catch (error) {
        // Its action stays, so that it is asked again at the map change.
        plugin.problem = reasonOf(error)
        throw error
      }
    })
    plugin.isSuspended = false
    this.log.note(`plugin '${plugin.name}' was unloaded: ${reasons[reason]}`)
    this.rows.orphanChildrenOf(plugin)
  }

  /** Refuses what a plugin asks for from its own attach or detach. @throws RefusedError */
  checkSettled(plugin: Plugin): void {
    const doing = this.#busy.get(plugin) ?? (plugin.status === PluginStatus.Valid ? 'loaded' : null)
    if (doing === null) return
    const cure = doing === 'loaded' ? 'try again when it runs' : 'try again when that is done'
    throw new RefusedError(`plugin '${plugin.name}' is just being ${doing}; ${cure}`)
  }

  protected lifecycleOf(plugin: Plugin): Lifecycle {
    return this.#lifecycles[plugin.kind]
  }

  protected isBusy(plugin: Plugin): boolean {
    return this.#busy.has(plugin)
  }

  /** Makes sure that the new version of a plugin is sound. @returns what loads it; null if it is not, and the log says why. */
  protected prepareAgain(plugin: Plugin, now: LoadTime): (() => Attached) | null {
    try {
      return this.lifecycleOf(plugin).prepare(plugin, now)
    } catch (error) {
      plugin.problem = reasonOf(error)
      this.log.loadFailed(plugin, error)
      this.log.info(`plugin '${plugin.name}' goes on as it was`)
      return null
    }
  }

  /**
   * Puts the next version of a plugin in the place of the one that runs, which comes back if the next one fails.
   *
   * @param load - What loads the next version.
   * @returns whether the next version runs.
   * @throws RefusedError
   */
  protected renew(plugin: Plugin, load: () => Attached, now: LoadTime, reason: UnloadReason): boolean {
    const { isPaused, isSuspended } = plugin
    const again = this.lifecycleOf(plugin).remember(plugin)
    const before = again === null ? null : { load: again, isPaused, isSuspended }
    this.stop(plugin, now, reason, true)
    const isRunning = this.start(plugin, load, before)
    if (!isRunning && before !== null) this.#bringBack(plugin, before)
    return isRunning
  }

  /** Refuses everything else for a plugin while something is done with it. */
  protected while<Result>(doing: string, plugin: Plugin, action: () => Result): Result {
    const outer = this.#busy.get(plugin)
    this.#busy.set(plugin, doing)
    try {
      return action()
    } finally {
      if (outer === undefined) this.#busy.delete(plugin)
      else this.#busy.set(plugin, outer)
    }
  }

  /** When a plugin's time is up, V8 ends all that it has called, and runs none of the `catch` and `finally` on the way. */
  #cutOff(plugin: Plugin, by: Plugin): void {
    this.lifecycleOf(plugin).stop(plugin, LoadTime.Anytime, UnloadReason.CmdForced, true, false)
    const message = `was cut off with '${by.name}', which was loading it; load it again`
    this.fail(plugin, new PluginLoadError('attach', message))
  }

  /** The rest of an async attach failed. */
  #failLate(plugin: Plugin, error: unknown, before: Before | null): void {
    const isLeaving = plugin.action === PluginAction.Unload
    this.fail(plugin, error)
    // Nobody wants it to be tried again.
    if (isLeaving) plugin.action = PluginAction.None
    this.rows.orphanChildrenOf(plugin)
    if (before !== null && !isLeaving) this.#bringBack(plugin, before)
  }

  /** The next version has failed, and its row says why. */
  #bringBack(plugin: Plugin, { load, isPaused, isSuspended }: Before): void {
    const { problem } = plugin
    if (!this.rows.has(plugin) || plugin.status !== PluginStatus.Failed) return
    if (!this.start(plugin, load)) return
    plugin.problem = problem
    if (isPaused) {
      this.lifecycleOf(plugin).setRunning(plugin, false)
      plugin.status = PluginStatus.Paused
      plugin.isSuspended = isSuspended
    }
    const paused = isPaused ? ', and paused as it was' : ''
    this.log.info(
      `plugin '${plugin.name}' is back in its version before, v${plugin.info?.version ?? ''}${paused}`,
    )
  }

  #runs(plugin: Plugin): void {
    plugin.status = PluginStatus.Running
    plugin.action = PluginAction.None
    plugin.problem = null
    plugin.isSuspended = false
    plugin.loadedAt = new Date()
    this.log.note(`plugin '${plugin.name}' v${plugin.info?.version ?? ''} was loaded`)
    const other = sharesLogTag(plugin, this.rows.all)
    if (other === null) return
    const tag = plugin.info?.logTag ?? ''
    this.log.info(
      `plugin '${plugin.name}' has the log tag '${tag}' of '${other.name}'; give it one of its own`,
    )
  }
}
