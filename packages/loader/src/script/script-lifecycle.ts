/** A TypeScript plugin's way in and out: bundle, evaluate, version, loadable, attach, run; and detach, undo, remove. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import {
  assertPluginDefinition,
  type LoadTime,
  type PluginDefinition,
  type UnloadReason,
} from '@csr/metamod-sdk'
import type { Bridge, HandedOver, Host, HostedPlugin, Owner, PluginInfo } from '@csr/metamod-sdk/host'

import { bundlePlugin, type Bundle } from './bundle.js'
import { bundleFile, bundleFileOf, evaluateBundle } from './evaluate.js'
import { stampFiles, type FileStamps } from '../plugins/file-stamps.js'
import type { Attached, Lifecycle } from '../plugins/lifecycle.js'
import { PluginLoadError, type LoadStage } from '../plugins/load-error.js'
import { asLoadError, threwWhileLoading, type Code } from './script-load-error.js'
import { checkLoadable } from '../plugins/load-rules.js'
import type { Log } from '../log.js'
import type { Plugin } from '../plugins/plugin.js'
import { reasonOf } from '../errors/reason.js'
import { displayFile } from '../errors/source-place.js'
import { TimeLimitError, withTimeLimit } from './time-limit.js'
import { checkInterfaceVersion } from '../plugins/version-rule.js'

/** What of the bridge a TypeScript plugin's life takes; the rest is the host's. */
export type ScriptBridge = Pick<Bridge, 'addScript' | 'setRunning' | 'removePlugin'>

/** A version of a plugin that runs, or did until a moment ago. */
interface Running {
  readonly hosted: HostedPlugin
  readonly definition: PluginDefinition
  /** What it leaves to its next version, once it has detached. */
  left: HandedOver
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

const nothing: HandedOver = new Map()

export class ScriptLifecycle implements Lifecycle {
  /** Is given each script before it runs. */
  aboutToRun: (path: string, code: string) => void = () => undefined
  readonly #bridge: ScriptBridge
  readonly #host: Host
  readonly #log: Log
  readonly #limitMs: () => number
  readonly #bundle: (path: string) => Bundle
  readonly #files = new WeakMap<PluginDefinition, FileStamps>()
  readonly #bundles = new WeakMap<PluginDefinition, Bundle>()
  readonly #running = new Map<Plugin, Running>()
  readonly #tried = new WeakMap<Plugin, Bundle>()
  /** What a version that has gone has left for the next one. */
  readonly #left = new WeakMap<Plugin, HandedOver>()
  #offered: { readonly path: string; readonly bundle: () => Bundle } | null = null

  /**
   * @param limitMs - How long a plugin's file or attach may run, asked each time; 0 for any time.
   * @param bundle - What turns a plugin's files into one script.
   */
  constructor(bridge: ScriptBridge, host: Host, log: Log, limitMs: () => number, bundle = bundlePlugin) {
    this.#bridge = bridge
    this.#host = host
    this.#log = log
    this.#limitMs = limitMs
    this.#bundle = bundle
  }

  prepare(plugin: Plugin, now: LoadTime): () => Attached {
    const definition = this.read(plugin, now)
    return () => {
      this.announce(plugin, definition)
      return this.attach(plugin, definition)
    }
  }

  /** The script of the version that runs; null where none does. */
  bundleOf(plugin: Plugin): Bundle | null {
    const running = this.#running.get(plugin)
    return running === undefined ? null : (this.#bundles.get(running.definition) ?? null)
  }

  /** The script of the version that was last read, whatever became of it; null where there was none to read. */
  lastTried(plugin: Plugin): Bundle | null {
    return this.#tried.get(plugin) ?? null
  }

  /**
   * Has a plugin loaded from a bundle that was made before.
   *
   * @param bundle - Gives it, or throws the PluginLoadError that there was instead.
   */
  withBundle<Result>(path: string, bundle: () => Bundle, load: () => Result): Result {
    this.#offered = { path, bundle }
    try {
      return load()
    } finally {
      this.#offered = null
    }
  }

  /** Runs the plugin's file, and makes sure that what it defines may be loaded now. @throws PluginLoadError */
  read(plugin: Plugin, now: LoadTime): PluginDefinition {
    const offered = this.#offered
    this.#tried.delete(plugin)
    const bundle = offered?.path === plugin.path ? offered.bundle() : this.#bundle(plugin.path)
    this.#tried.set(plugin, bundle)
    const definition = this.#define(plugin, bundle)
    const info: PluginInfo = definition
    // One that is not loaded in the end is listed by its own name all the same.
    if (!plugin.isLoaded) plugin.info = info
    const remark = checkInterfaceVersion(info.interfaceVersion)
    if (remark !== null) this.#log.info(`plugin '${info.name}' ${remark}`)
    checkLoadable(info, now)
    return definition
  }

  /** Tells the core who the plugin is. */
  announce(plugin: Plugin, definition: PluginDefinition): void {
    plugin.info = definition
    this.#bridge.addScript(plugin.slot, definition, plugin.path)
  }

  /** Runs the plugin's attach, after which its hooks are called. When that throws, the core has forgotten the plugin. */
  attach(plugin: Plugin, definition: PluginDefinition): Attached {
    const hosted = this.#host.createPlugin(plugin.slot, definition, this.#left.get(plugin))
    this.#left.delete(plugin)
    this.#running.set(plugin, { hosted, definition, left: nothing })
    plugin.commandHelp = () => hosted.plugin.commandHelp()
    try {
      const code = { path: plugin.path, file: bundleFileOf(definition) }
      const attached = hosted.enter(() =>
        this.#step<unknown>('attach', code, () => definition.attach(hosted.plugin)),
      )
      this.#bridge.setRunning(plugin.slot, true)
      plugin.files = this.#files.get(definition) ?? null
      return attached instanceof Promise ? this.#watch(plugin, hosted, attached) : null
    } catch (error) {
      this.#remove(plugin, hosted)
      throw error
    }
  }

  stop(plugin: Plugin, _now: LoadTime, reason: UnloadReason, _force: boolean, isRenewed: boolean): void {
    const running = this.#running.get(plugin)
    if (running === undefined) return
    const fail = (error: unknown): void => {
      this.#log.thrown(plugin, 'detach', error)
    }
    try {
      const detach = (): unknown => callDetach(running.definition, reason)
      const detached = running.hosted.enter(() => this.#inTime(plugin.path, detach))
      if (detached instanceof Promise) detached.catch(fail)
    } catch (error) {
      fail(error)
    }
    if (isRenewed) this.#handOver(plugin, running)
    this.#remove(plugin, running.hosted)
  }

  remember(plugin: Plugin): (() => Attached) | null {
    const running = this.#running.get(plugin)
    const bundle = this.bundleOf(plugin)
    if (running === undefined || bundle === null) return null
    return () => {
      // As from its file, so that what it has outside of attach is new as well.
      const definition = this.#define(plugin, bundle)
      this.#left.set(plugin, running.left)
      this.announce(plugin, definition)
      return this.attach(plugin, definition)
    }
  }

  setRunning(plugin: Plugin, running: boolean): void {
    this.#running.get(plugin)?.hosted.setPaused(!running)
    this.#bridge.setRunning(plugin.slot, running)
  }

  #define(plugin: Plugin, bundle: Bundle): PluginDefinition {
    const exported = bundle.exported ?? this.#evaluate(plugin, bundle)
    const definition = asDefinition(exported, bundle.entry)
    this.#files.set(definition, stampFiles(filesOf(plugin.path, bundle)))
    this.#bundles.set(definition, bundle)
    return definition
  }

  #evaluate(plugin: Plugin, bundle: Bundle): unknown {
    const code = { path: plugin.path, file: bundleFile(bundle) }
    const owner: Mutable<Owner> = { slot: plugin.slot, isPaused: false, info: null }
    this.aboutToRun(plugin.path, bundle.code)
    const evaluate = (): unknown => this.#step('evaluate', code, () => evaluateBundle(bundle))
    const exported = this.#host.enter(owner, evaluate)
    if (typeof exported === 'object') owner.info = exported
    return exported
  }

  #handOver(plugin: Plugin, running: Running): void {
    running.left = running.hosted.handOver((key, why) =>
      this.#log.error(
        `plugin '${plugin.name}': handover '${key}' was not handed over: ${why}; the next version makes its own`,
      ),
    )
    this.#left.set(plugin, running.left)
  }

  /** The game does not wait for an async attach: the plugin runs, and is taken back when the rest of it fails. */
  async #watch(
    plugin: Plugin,
    hosted: HostedPlugin,
    attached: Promise<unknown>,
  ): Promise<PluginLoadError | null> {
    try {
      await attached
      return null
    } catch (error) {
      const isStillThere = this.#running.get(plugin)?.hosted === hosted
      if (isStillThere) this.#remove(plugin, hosted)
      else this.#log.thrown(plugin, 'attach', error)
      const code = { path: plugin.path, file: bundleFileOf(hosted.plugin.definition) }
      return isStillThere ? threwWhileLoading('attach', code, error) : null
    }
  }

  /** Runs the plugin's own code. */
  #step<Result>(stage: LoadStage, code: Code, call: () => Result): Result {
    try {
      return this.#inTime(code.path, call)
    } catch (error) {
      throw asLoadError(stage, code, error)
    }
  }

  /** Ends code that takes too long, of which V8 runs no `finally`: what begins it has to lie around this. */
  #inTime<Result>(path: string, call: () => Result): Result {
    const { top } = this.#host
    try {
      return withTimeLimit(this.#limitMs(), call, path)
    } catch (error) {
      if (error instanceof TimeLimitError) this.#host.recover(top)
      throw error
    }
  }

  #remove(plugin: Plugin, hosted: HostedPlugin): void {
    try {
      this.#inTime(plugin.path, () => {
        hosted.dispose()
      })
    } catch (error) {
      // All else was taken back before: what listens to its signal comes last, and is the plugin's own code.
      this.#log.thrown(plugin, 'signal', error)
    }
    this.#bridge.removePlugin(plugin.slot)
    this.#running.delete(plugin)
    plugin.forgetCommands()
  }
}

/** A package folder's plugin is another one as soon as its package.json names another file. */
function filesOf(path: string, { entry, files }: Bundle): string[] {
  const description = join(path, 'package.json')
  return path === entry || !existsSync(description) ? [...files] : [...files, description]
}

/** Authors may write it as an async function. */
const callDetach = (definition: PluginDefinition, reason: UnloadReason): unknown =>
  definition.detach?.(reason)

function asDefinition(exported: unknown, entry: string): PluginDefinition {
  try {
    assertPluginDefinition(exported, displayFile(entry))
    return exported
  } catch (error) {
    throw new PluginLoadError('evaluate', reasonOf(error), {
      cause: error,
    })
  }
}
