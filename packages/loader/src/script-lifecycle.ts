/** A TypeScript plugin's way in and out: bundle, evaluate, version, loadable, attach, run; and detach, undo, remove. */
import {
  assertPluginDefinition,
  type LoadTime,
  type PluginDefinition,
  type UnloadReason,
} from '@csr/metamod-sdk'
import type { Bridge, Host, HostedPlugin, PluginInfo } from '@csr/metamod-sdk/host'

import { bundlePlugin } from './bundle.js'
import { evaluateBundle } from './evaluate.js'
import type { Lifecycle } from './lifecycle.js'
import { PluginLoadError, type LoadStage } from './load-error.js'
import { checkLoadable } from './load-rules.js'
import type { Log } from './log.js'
import type { Plugin } from './plugin.js'
import { displayFile } from './source-place.js'
import { describeThrown } from './thrown.js'
import { checkInterfaceVersion } from './version-rule.js'

/** What of the bridge a TypeScript plugin's life takes; the rest is the host's. */
export type ScriptBridge = Pick<Bridge, 'addScript' | 'setRunning' | 'removePlugin'>

export class ScriptLifecycle implements Lifecycle {
  readonly #bridge: ScriptBridge
  readonly #host: Host
  readonly #log: Log
  readonly #running = new Map<Plugin, { hosted: HostedPlugin; definition: PluginDefinition }>()

  constructor(bridge: ScriptBridge, host: Host, log: Log) {
    this.#bridge = bridge
    this.#host = host
    this.#log = log
  }

  prepare(plugin: Plugin, now: LoadTime): () => void {
    const bundle = bundlePlugin(plugin.path)
    const exported = step('evaluate', plugin.path, () => evaluateBundle(bundle))
    const definition = asDefinition(exported, bundle.entry)
    const info: PluginInfo = definition
    const remark = checkInterfaceVersion(info.interfaceVersion)
    if (remark !== null) this.#log.info(`plugin '${info.name}' ${remark}`)
    checkLoadable(info, now)
    return () => this.#start(plugin, definition, info)
  }

  stop(plugin: Plugin, _now: LoadTime, reason: UnloadReason): void {
    const running = this.#running.get(plugin)
    if (running === undefined) return
    try {
      running.definition.detach?.(reason)
    } catch (error) {
      this.#log.thrown(plugin, 'detach', error)
    }
    this.#remove(plugin, running.hosted)
  }

  setRunning(plugin: Plugin, running: boolean): void {
    this.#running.get(plugin)?.hosted.setPaused(!running)
    this.#bridge.setRunning(plugin.slot, running)
  }

  #start(plugin: Plugin, definition: PluginDefinition, info: PluginInfo): void {
    plugin.info = info
    this.#bridge.addScript(plugin.slot, info)
    const hosted = this.#host.createPlugin(plugin.slot, definition)
    this.#running.set(plugin, { hosted, definition })
    try {
      step('attach', plugin.path, () => definition.attach(hosted.plugin))
      this.#bridge.setRunning(plugin.slot, true)
    } catch (error) {
      this.#remove(plugin, hosted)
      throw error
    }
  }

  #remove(plugin: Plugin, hosted: HostedPlugin): void {
    hosted.dispose()
    this.#bridge.removePlugin(plugin.slot)
    this.#running.delete(plugin)
  }
}

function asDefinition(exported: unknown, entry: string): PluginDefinition {
  try {
    assertPluginDefinition(exported, displayFile(entry))
    return exported
  } catch (error) {
    throw new PluginLoadError('evaluate', error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  }
}

/** Runs the plugin's own code and says where in its source it went wrong. */
function step<Result>(stage: LoadStage, path: string, call: () => Result): Result {
  try {
    return call()
  } catch (error) {
    if (error instanceof PluginLoadError) throw error
    const { message, place, stack } = describeThrown(error, path)
    const where = `${stage === 'attach' ? 'attach' : 'the file'} threw at ${place ?? displayFile(path)}`
    const text = `${where}: ${message}; correct the plugin and load it again`
    throw new PluginLoadError(stage, text, { cause: error, details: stack })
  }
}
