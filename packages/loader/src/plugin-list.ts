/**
 * The plugins, in the order of their hooks, and everything that can be done with one. Whatever fails leaves the server
 * as it was: a plugin is running, or paused, or nothing of it is there.
 */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginStatus } from '@csr/metamod-sdk/host'

import { findPlugin } from './find-plugin.js'
import type { Attached, Lifecycle } from './lifecycle.js'
import { PluginLoadError, RefusedError } from './load-error.js'
import { checkLoadable, checkPausable, checkUnloadable } from './load-rules.js'
import type { Log } from './log.js'
import { Plugin, type PluginRequest } from './plugin.js'
import type { PluginKind } from './plugins-ini.js'

const maxPlugins = 255

// For these reasons a plugin's own wish not to be unloaded does not count.
const forcedReasons: ReadonlySet<UnloadReason> = new Set([
  UnloadReason.CmdForced,
  UnloadReason.PlgForced,
  UnloadReason.Reload,
])

export class PluginList {
  readonly #bySlot = new Map<number, Plugin>()
  readonly #lifecycles: Readonly<Record<PluginKind, Lifecycle>>
  readonly #log: Log

  constructor(lifecycles: Readonly<Record<PluginKind, Lifecycle>>, log: Log) {
    this.#lifecycles = lifecycles
    this.#log = log
  }

  /** In the order of their hooks. */
  get all(): Plugin[] {
    return [...this.#bySlot.values()].sort((a, b) => a.slot - b.slot)
  }

  /** The plugin in a slot, or null. */
  at(slot: number): Plugin | null {
    return this.#bySlot.get(slot) ?? null
  }

  /** The plugin an administrator means. @throws RefusedError */
  find(text: string): Plugin {
    return findPlugin(this.all, text)
  }

  /**
   * Loads a plugin.
   *
   * @returns null if it cannot be loaded; the log says why. One from plugins.ini stays in the list, to be tried again.
   * @throws RefusedError if it is there already, or no place is left.
   */
  load(request: PluginRequest, now: LoadTime): Plugin | null {
    const same = this.all.find((plugin) => plugin.path === request.path)
    if (same !== undefined) {
      throw new RefusedError(
        `'${same.name}' is loaded already, as number ${same.slot}; 'meta reload ${same.slot}' renews it`,
      )
    }
    const plugin = new Plugin(this.#freeSlot(), request)
    // In the list before it attaches, because attaching may call back for the plugin's path or load another plugin.
    this.#bySlot.set(plugin.slot, plugin)
    const isLoaded = this.#tryToLoad(plugin, () => this.#lifecycleOf(plugin).prepare(plugin, now)())
    if (isLoaded) return plugin
    if (request.source !== 'ini') this.#bySlot.delete(plugin.slot)
    return null
  }

  /** @throws RefusedError if the plugin may not be unloaded now. */
  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    this.#checkSettled(plugin)
    if (plugin.isLoaded) this.#stop(plugin, now, reason)
    this.#bySlot.delete(plugin.slot)
  }

  /**
   * Loads a plugin's file anew. A new version that is not sound leaves the old one running.
   *
   * @returns whether the plugin runs its file as it is now; the log says why not.
   * @throws RefusedError if the plugin may not be unloaded now.
   */
  reload(plugin: Plugin, now: LoadTime): boolean {
    this.#checkSettled(plugin)
    if (!plugin.isLoaded)
      return this.#tryToLoad(plugin, () => this.#lifecycleOf(plugin).prepare(plugin, now)())
    if (plugin.info !== null) this.#checkReloadable(plugin, plugin.info, now)
    const start = this.#prepareAgain(plugin, now)
    if (start === null) return false
    this.#stop(plugin, now, UnloadReason.Reload)
    return this.#tryToLoad(plugin, start)
  }

  /** @throws RefusedError */
  pause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'paused')
    if (plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is paused already; 'meta unpause ${plugin.slot}' resumes it`,
      )
    }
    if (plugin.info !== null) checkPausable(plugin.info, plugin.name)
    this.#lifecycleOf(plugin).setRunning(plugin, false)
    plugin.status = PluginStatus.Paused
  }

  /** @throws RefusedError */
  unpause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'unpaused')
    if (!plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is not paused; 'meta pause ${plugin.slot}' would pause it`,
      )
    }
    this.#lifecycleOf(plugin).setRunning(plugin, true)
    plugin.status = PluginStatus.Running
  }

  /** The server ends: every plugin goes, whatever it says. */
  unloadAll(): void {
    // Last loaded goes first: a plugin may use those before it.
    for (const plugin of this.all.reverse()) {
      if (plugin.isLoaded) this.#stop(plugin, LoadTime.Anytime, UnloadReason.CmdForced)
      this.#bySlot.delete(plugin.slot)
    }
  }

  #lifecycleOf(plugin: Plugin): Lifecycle {
    return this.#lifecycles[plugin.kind]
  }

  #freeSlot(): number {
    for (let slot = 1; slot <= maxPlugins; slot += 1) {
      if (!this.#bySlot.has(slot)) return slot
    }
    throw new RefusedError(
      `${maxPlugins} plugins are loaded, and there is room for no more; unload one first`,
    )
  }

  #tryToLoad(plugin: Plugin, load: () => Attached): boolean {
    plugin.status = PluginStatus.Valid
    this.#log.forget(plugin)
    let attached: Attached
    try {
      attached = load()
    } catch (error) {
      this.#fail(plugin, error)
      return false
    }
    plugin.status = PluginStatus.Running
    plugin.problem = null
    plugin.loadedAt = new Date()
    void attached?.then((error) => {
      if (error !== null) this.#fail(plugin, error)
    })
    return true
  }

  #fail(plugin: Plugin, error: unknown): void {
    const isBadFile = error instanceof PluginLoadError && error.stage !== 'attach'
    plugin.status = isBadFile ? PluginStatus.BadFile : PluginStatus.Failed
    plugin.problem = error instanceof Error ? error.message : String(error)
    this.#log.loadFailed(plugin, error)
  }

  #prepareAgain(plugin: Plugin, now: LoadTime): (() => Attached) | null {
    try {
      return this.#lifecycleOf(plugin).prepare(plugin, now)
    } catch (error) {
      this.#log.loadFailed(plugin, error)
      this.#log.info(`plugin '${plugin.name}' goes on as it was`)
      return null
    }
  }

  #stop(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    const isForced = forcedReasons.has(reason)
    if (!isForced && plugin.info !== null) checkUnloadable(plugin.info, plugin.name, now)
    this.#lifecycleOf(plugin).stop(plugin, now, reason, isForced)
  }

  #checkReloadable(plugin: Plugin, info: { loadable: number; unloadable: number }, now: LoadTime): void {
    checkUnloadable(info, plugin.name, now)
    try {
      checkLoadable(info, now)
    } catch (error) {
      // Unloading it would succeed, and the server would be left without it.
      throw new RefusedError(
        `plugin '${plugin.name}' ${error instanceof Error ? error.message : 'cannot be loaded now'}`,
      )
    }
  }

  /** Refuses what a plugin asks for from its own attach. */
  #checkSettled(plugin: Plugin): void {
    if (plugin.status !== PluginStatus.Valid) return
    throw new RefusedError(`plugin '${plugin.name}' is just being loaded; try again when it runs`)
  }

  #checkLoaded(plugin: Plugin, verb: string): void {
    if (plugin.isLoaded) return
    throw new RefusedError(
      `plugin '${plugin.name}' did not load and cannot be ${verb}; 'meta info ${plugin.slot}' says why`,
    )
  }
}
