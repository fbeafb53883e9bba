/** A native plugin's way in and out: open, query, version, loadable, attach, run; and detach, remove. */
import { existsSync } from 'node:fs'

import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import type { Bridge } from '@csr/metamod-sdk/host'

import type { Lifecycle } from './lifecycle.js'
import { PluginLoadError, RefusedError, type LoadStage } from './load-error.js'
import { checkLoadable } from './load-rules.js'
import type { Log } from './log.js'
import type { Plugin } from './plugin.js'
import { displayFile } from './source-place.js'
import { checkInterfaceVersion } from './version-rule.js'

/** What of the bridge a native plugin's life takes. */
export type NativeBridge = Pick<
  Bridge,
  'addNative' | 'openNative' | 'queryNative' | 'attachNative' | 'detachNative' | 'setRunning' | 'removePlugin'
>

export class NativeLifecycle implements Lifecycle {
  readonly #bridge: NativeBridge
  readonly #log: Log

  constructor(bridge: NativeBridge, log: Log) {
    this.#bridge = bridge
    this.#log = log
  }

  prepare(plugin: Plugin, now: LoadTime): () => null {
    if (!existsSync(plugin.path)) {
      throw new PluginLoadError(
        'find',
        `${displayFile(plugin.path)}: no such file; correct the path, or put the library there`,
      )
    }
    return () => this.#start(plugin, now)
  }

  stop(plugin: Plugin, now: LoadTime, reason: UnloadReason, force: boolean): void {
    try {
      this.#bridge.detachNative(plugin.slot, now, reason)
    } catch (error) {
      const refusal = `plugin '${plugin.name}' does not want to be unloaded: ${messageOf(error)}`
      if (!force) throw new RefusedError(`${refusal}; try again later, or restart the server`)
      this.#log.error(`${refusal}; unloaded all the same`)
    }
    this.#bridge.removePlugin(plugin.slot)
  }

  setRunning(plugin: Plugin, running: boolean): void {
    this.#bridge.setRunning(plugin.slot, running)
  }

  #start(plugin: Plugin, now: LoadTime): null {
    const { slot } = plugin
    this.#bridge.addNative(slot)
    try {
      step('open', () => this.#bridge.openNative(slot, plugin.path))
      const info = step('query', () => this.#bridge.queryNative(slot))
      plugin.info = info
      const remark = checkInterfaceVersion(info.interfaceVersion)
      if (remark !== null) this.#log.info(`plugin '${plugin.name}' ${remark}`)
      checkLoadable(info, now)
      step('attach', () => this.#bridge.attachNative(slot, now))
      this.#bridge.setRunning(slot, true)
      return null
    } catch (error) {
      this.#bridge.removePlugin(slot)
      throw error
    }
  }
}

/** The bridge says what went wrong in C; here it learns how far the plugin came. */
function step<Result>(stage: LoadStage, call: () => Result): Result {
  try {
    return call()
  } catch (error) {
    throw new PluginLoadError(stage, messageOf(error), { cause: error })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
