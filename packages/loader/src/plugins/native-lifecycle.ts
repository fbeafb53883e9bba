/** A native plugin's way in and out: open, query, version, loadable, attach, run; and detach, remove. */
import { existsSync } from 'node:fs'

import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import type { Bridge } from '@csr/metamod-sdk/host'

import { stampFiles } from './file-stamps.js'
import { readElfFile } from '../install/elf.js'
import type { Lifecycle } from './lifecycle.js'
import { PluginLoadError, RefusedError, type LoadStage } from './load-error.js'
import { checkLoadable } from './load-rules.js'
import type { Log } from '../log.js'
import type { Plugin } from './plugin.js'
import { clauseOf } from '../errors/reason.js'
import { displayFile } from '../errors/source-place.js'
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
    if (isScript(plugin.path)) {
      const cure = "write 'ts' before it in plugins.ini, not 'linux'"
      throw new PluginLoadError('find', `${displayFile(plugin.path)}: is no library; ${cure}`)
    }
    // Loading it would say so as well, but then the version before is gone.
    if (plugin.isLoaded) checkLibrary(plugin.path)
    return () => this.#start(plugin, now)
  }

  stop(plugin: Plugin, now: LoadTime, reason: UnloadReason, force: boolean): void {
    try {
      this.#bridge.detachNative(plugin.slot, now, reason)
    } catch (error) {
      const refusal = `plugin '${plugin.name}' does not want to be unloaded: ${clauseOf(error)}`
      if (!force)
        throw new RefusedError(`${refusal}; 'meta force_unload ${plugin.slot}' unloads it all the same`)
      this.#log.error(`${refusal}; unloaded all the same`)
    }
    this.#bridge.removePlugin(plugin.slot)
  }

  /** Nobody has the library of a version whose file was replaced. */
  remember(): null {
    return null
  }

  setRunning(plugin: Plugin, running: boolean): void {
    this.#bridge.setRunning(plugin.slot, running)
  }

  #start(plugin: Plugin, now: LoadTime): null {
    const { slot } = plugin
    const files = stampFiles([plugin.path])
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
      plugin.files = files
      return null
    } catch (error) {
      this.#bridge.removePlugin(slot)
      throw error
    }
  }
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}

/** @throws PluginLoadError of stage `open` if the file is no library that this server could open. */
function checkLibrary(path: string): void {
  const library = readElfFile(path)
  if (library === null) {
    throw new PluginLoadError(
      'open',
      `${displayFile(path)}: is no shared library, or is cut short; put it there anew`,
    )
  }
  const ours = architectures[process.arch]
  if (ours !== undefined && library.architecture !== ours) {
    const theirs = library.architecture ?? 'another machine'
    throw new PluginLoadError(
      'open',
      `${displayFile(path)}: is built for ${theirs}, and this server is ${ours}; take its build for ${ours}`,
    )
  }
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: 'i386', arm64: 'arm64' }

/** The bridge says what went wrong in C; here it learns how far the plugin came. */
function step<Result>(stage: LoadStage, call: () => Result): Result {
  try {
    return call()
  } catch (error) {
    throw new PluginLoadError(stage, clauseOf(error), { cause: error })
  }
}
