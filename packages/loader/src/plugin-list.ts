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
import type { PluginActions } from './plugin-actions.js'
import { Plugin, type PluginRequest } from './plugin.js'
import type { PluginKind } from './plugins-ini.js'

const maxPlugins = 255

// For these reasons a plugin's own wish not to be unloaded does not count.
const forcedReasons: ReadonlySet<UnloadReason> = new Set([
  UnloadReason.CmdForced,
  UnloadReason.PlgForced,
  UnloadReason.Reload,
])

export class PluginList implements PluginActions {
  readonly command: string
  readonly #bySlot = new Map<number, Plugin>()
  readonly #lifecycles: Readonly<Record<PluginKind, Lifecycle>>
  readonly #log: Log

  constructor(lifecycles: Readonly<Record<PluginKind, Lifecycle>>, log: Log, command = 'meta') {
    this.#lifecycles = lifecycles
    this.#log = log
    this.command = command
  }

  get all(): Plugin[] {
    return [...this.#bySlot.values()].sort((a, b) => a.slot - b.slot)
  }

  at(slot: number): Plugin | null {
    return this.#bySlot.get(slot) ?? null
  }

  find(text: string): Plugin {
    return findPlugin(this.all, text, this.command)
  }

  /** The plugin of a file or package folder, or null. */
  withPath(path: string): Plugin | null {
    return this.all.find((plugin) => plugin.path === path) ?? null
  }

  /** Puts a plugin into the list, of which nothing is in the server yet. @throws RefusedError if no place is left. */
  add(request: PluginRequest): Plugin {
    const plugin = new Plugin(this.#freeSlot(), request)
    this.#bySlot.set(plugin.slot, plugin)
    return plugin
  }

  /** Takes a plugin off the list, of which nothing is in the server any more. */
  drop(plugin: Plugin): void {
    this.#bySlot.delete(plugin.slot)
  }

  /** Loads a plugin. One from plugins.ini that fails stays in the list, to be tried again. */
  load(request: PluginRequest, now: LoadTime): Plugin | null {
    const same = this.withPath(request.path)
    if (same !== null) throw this.loadedAlready(same)
    // In the list before it attaches, because attaching may call back for the plugin's path or load another plugin.
    const plugin = this.add(request)
    if (this.start(plugin, () => this.#lifecycleOf(plugin).prepare(plugin, now)())) return plugin
    if (request.source !== 'ini') this.drop(plugin)
    return null
  }

  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    this.checkUnloadable(plugin, now, reason)
    this.stop(plugin, now, reason)
    this.drop(plugin)
  }

  reload(plugin: Plugin, now: LoadTime): boolean {
    this.checkSettled(plugin)
    const lifecycle = this.#lifecycleOf(plugin)
    if (!plugin.isLoaded) return this.start(plugin, () => lifecycle.prepare(plugin, now)())
    if (plugin.info !== null) this.#checkReloadable(plugin, plugin.info, now)
    const start = this.#prepareAgain(plugin, now)
    if (start === null) return false
    this.stop(plugin, now, UnloadReason.Reload)
    return this.start(plugin, start)
  }

  pause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'paused')
    if (plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is paused already; '${this.command} unpause ${plugin.slot}' resumes it`,
      )
    }
    if (plugin.info !== null) checkPausable(plugin.info, plugin.name, this.command)
    this.#lifecycleOf(plugin).setRunning(plugin, false)
    plugin.status = PluginStatus.Paused
  }

  unpause(plugin: Plugin): void {
    this.#checkLoaded(plugin, 'unpaused')
    if (!plugin.isPaused) {
      throw new RefusedError(
        `plugin '${plugin.name}' is not paused; '${this.command} pause ${plugin.slot}' would pause it`,
      )
    }
    this.#lifecycleOf(plugin).setRunning(plugin, true)
    plugin.status = PluginStatus.Running
  }

  /** The end of the server: everything goes, whatever it says. */
  unloadAll(): void {
    // Last loaded goes first: a plugin may use those before it.
    for (const plugin of this.all.reverse()) {
      this.stop(plugin, LoadTime.Anytime, UnloadReason.CmdForced)
      this.drop(plugin)
    }
  }

  /** Runs what loads a plugin of the list. @returns whether the plugin runs; the log and its row say why not. */
  start(plugin: Plugin, load: () => Attached): boolean {
    plugin.status = PluginStatus.Valid
    this.#log.forget(plugin)
    let attached: Attached
    try {
      attached = load()
    } catch (error) {
      this.fail(plugin, error)
      return false
    }
    plugin.status = PluginStatus.Running
    plugin.problem = null
    plugin.loadedAt = new Date()
    void attached?.then((error) => {
      if (error !== null) this.fail(plugin, error)
    })
    return true
  }

  /** Notes why a plugin of the list is not running, and says so. */
  fail(plugin: Plugin, error: unknown): void {
    const isBadFile = error instanceof PluginLoadError && error.stage !== 'attach'
    plugin.status = isBadFile ? PluginStatus.BadFile : PluginStatus.Failed
    plugin.problem = error instanceof Error ? error.message : String(error)
    this.#log.loadFailed(plugin, error)
  }

  /** Takes what there is of a plugin out of the server, and leaves the plugin in the list. @throws RefusedError */
  stop(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    if (plugin.isLoaded) this.#lifecycleOf(plugin).stop(plugin, now, reason, forcedReasons.has(reason))
  }

  /** @throws RefusedError if the plugin may not be unloaded now. */
  checkUnloadable(plugin: Plugin, now: LoadTime, reason: UnloadReason): void {
    this.checkSettled(plugin)
    if (!plugin.isLoaded || plugin.info === null || forcedReasons.has(reason)) return
    checkUnloadable(plugin.info, plugin.name, now)
  }

  /** Refuses what a plugin asks for from its own attach. @throws RefusedError */
  checkSettled(plugin: Plugin): void {
    if (plugin.status !== PluginStatus.Valid) return
    throw new RefusedError(`plugin '${plugin.name}' is just being loaded; try again when it runs`)
  }

  /** The refusal to load what is there. */
  loadedAlready({ name, slot }: Plugin): RefusedError {
    const cure = `'${this.command} reload ${slot}' renews it`
    return new RefusedError(`'${name}' is loaded already, as number ${slot}; ${cure}`)
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

  #prepareAgain(plugin: Plugin, now: LoadTime): (() => Attached) | null {
    try {
      return this.#lifecycleOf(plugin).prepare(plugin, now)
    } catch (error) {
      this.#log.loadFailed(plugin, error)
      this.#log.info(`plugin '${plugin.name}' goes on as it was`)
      return null
    }
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

  #checkLoaded(plugin: Plugin, verb: string): void {
    if (plugin.isLoaded) return
    const cure = `'${this.command} info ${plugin.slot}' says why`
    throw new RefusedError(`plugin '${plugin.name}' did not load and cannot be ${verb}; ${cure}`)
  }
}
