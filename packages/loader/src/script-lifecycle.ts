/** A TypeScript plugin's way in and out: bundle, evaluate, version, loadable, attach, run; and detach, undo, remove. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import {
  assertPluginDefinition,
  type LoadTime,
  type PluginDefinition,
  type UnloadReason,
} from '@csr/metamod-sdk'
import type { Bridge, Host, HostedPlugin, PluginInfo } from '@csr/metamod-sdk/host'

import { bundlePlugin, type Bundle } from './bundle.js'
import { evaluateBundle } from './evaluate.js'
import { stampFiles, type FileStamps } from './file-stamps.js'
import type { Attached, Lifecycle } from './lifecycle.js'
import { PluginLoadError, type LoadStage } from './load-error.js'
import { checkLoadable } from './load-rules.js'
import type { Log } from './log.js'
import type { Plugin } from './plugin.js'
import { reasonOf } from './reason.js'
import { displayFile } from './source-place.js'
import { describeThrown } from './thrown.js'
import { TimeLimitError, withTimeLimit } from './time-limit.js'
import { checkInterfaceVersion } from './version-rule.js'

/** What of the bridge a TypeScript plugin's life takes; the rest is the host's. */
export type ScriptBridge = Pick<Bridge, 'addScript' | 'setRunning' | 'removePlugin'>

export class ScriptLifecycle implements Lifecycle {
  readonly #bridge: ScriptBridge
  readonly #host: Host
  readonly #log: Log
  readonly #limitMs: () => number
  readonly #bundle: (path: string) => Bundle
  readonly #files = new WeakMap<PluginDefinition, FileStamps>()
  readonly #running = new Map<Plugin, { hosted: HostedPlugin; definition: PluginDefinition }>()

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

  /** Runs the plugin's file, and makes sure that what it defines may be loaded now. @throws PluginLoadError */
  read(plugin: Plugin, now: LoadTime): PluginDefinition {
    const bundle = this.#bundle(plugin.path)
    const exported = this.#step('evaluate', plugin.path, () => evaluateBundle(bundle))
    const definition = asDefinition(exported, bundle.entry)
    const info: PluginInfo = definition
    this.#files.set(definition, stampFiles(filesOf(plugin.path, bundle)))
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
    const hosted = this.#host.createPlugin(plugin.slot, definition)
    this.#running.set(plugin, { hosted, definition })
    try {
      const attached = this.#step<unknown>('attach', plugin.path, () => definition.attach(hosted.plugin))
      this.#bridge.setRunning(plugin.slot, true)
      plugin.files = this.#files.get(definition) ?? null
      return attached instanceof Promise ? this.#watch(plugin, hosted, attached) : null
    } catch (error) {
      this.#remove(plugin, hosted)
      throw error
    }
  }

  stop(plugin: Plugin, _now: LoadTime, reason: UnloadReason): void {
    const running = this.#running.get(plugin)
    if (running === undefined) return
    const fail = (error: unknown): void => {
      this.#log.thrown(plugin, 'detach', error)
    }
    try {
      const detached = callDetach(running.definition, reason)
      if (detached instanceof Promise) detached.catch(fail)
    } catch (error) {
      fail(error)
    }
    this.#remove(plugin, running.hosted)
  }

  setRunning(plugin: Plugin, running: boolean): void {
    this.#running.get(plugin)?.hosted.setPaused(!running)
    this.#bridge.setRunning(plugin.slot, running)
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
      return isStillThere ? failure('attach', plugin.path, error) : null
    }
  }

  /** Runs the plugin's own code. */
  #step<Result>(stage: LoadStage, path: string, call: () => Result): Result {
    try {
      return withTimeLimit(this.#limitMs(), call)
    } catch (error) {
      throw asLoadError(stage, path, error)
    }
  }

  #remove(plugin: Plugin, hosted: HostedPlugin): void {
    hosted.dispose()
    this.#bridge.removePlugin(plugin.slot)
    this.#running.delete(plugin)
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

/** Says where in the plugin's source it went wrong. */
function asLoadError(stage: LoadStage, path: string, error: unknown): PluginLoadError {
  if (error instanceof PluginLoadError) return error
  return error instanceof TimeLimitError ? endless(stage, path, error) : failure(stage, path, error)
}

function endless(stage: LoadStage, path: string, error: TimeLimitError): PluginLoadError {
  const what = stage === 'attach' ? 'attach' : 'the top level'
  const cure = 'look there for a loop without an end, or raise the cvar meta_load_timeout'
  return new PluginLoadError(stage, `${displayFile(path)}: ${what} ${error.message}; ${cure}`, {
    cause: error,
  })
}

function failure(stage: LoadStage, path: string, thrown: unknown): PluginLoadError {
  const { message, place, stack } = describeThrown(thrown, path)
  const where = `${stage === 'attach' ? 'attach' : 'the file'} threw at ${place ?? displayFile(path)}`
  const text = `${where}: ${message}; correct the plugin and load it again`
  return new PluginLoadError(stage, text, { cause: thrown, details: stack })
}
