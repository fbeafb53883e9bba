/** The core's side of a native plugin's life, as a log of calls; any of them can be made to fail as C would. */
import type { PluginInfo } from '@csr/metamod-sdk/host'

import type { NativeBridge } from '../plugins/native-lifecycle.js'

export const healthyInfo: PluginInfo = {
  interfaceVersion: '5:13',
  name: 'Healthy',
  version: '1.2',
  date: '2026-01-01',
  author: 'A',
  url: '',
  logTag: 'HEAL',
  loadable: 3,
  unloadable: 4,
}

export class RecordingBridge implements NativeBridge {
  readonly calls: string[] = []
  /** The reason for which a call fails, by its name. */
  readonly failures = new Map<keyof NativeBridge, string>()
  info = healthyInfo

  addNative(slot: number): void {
    this.#record('addNative', slot)
  }

  openNative(slot: number): void {
    this.#record('openNative', slot)
  }

  queryNative(slot: number): PluginInfo {
    this.#record('queryNative', slot)
    return this.info
  }

  attachNative(slot: number, now: number): void {
    this.#record('attachNative', slot, now)
  }

  detachNative(slot: number, now: number, reason: number): void {
    this.#record('detachNative', slot, now, reason)
  }

  setRunning(slot: number, running: boolean): void {
    this.#record('setRunning', slot, running)
  }

  removePlugin(slot: number): void {
    this.#record('removePlugin', slot)
  }

  #record(name: keyof NativeBridge, ...args: readonly (number | boolean)[]): void {
    this.calls.push(`${name}(${args.join(', ')})`)
    const failure = this.failures.get(name)
    if (failure !== undefined) throw new Error(failure)
  }
}
