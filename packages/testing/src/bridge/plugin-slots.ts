/** Which plugin is in which slot. */
import type { PluginInfo } from '@csr/metamod-sdk/host'

export class PluginSlots {
  readonly #plugins = new Map<number, { readonly info: PluginInfo; isRunning: boolean }>()

  /** It does not run before it is told to. */
  add(slot: number, info: PluginInfo): void {
    this.#plugins.set(slot, { info, isRunning: false })
  }

  remove(slot: number): void {
    this.#plugins.delete(slot)
  }

  clear(): void {
    this.#plugins.clear()
  }

  setRunning(slot: number, isRunning: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (plugin !== undefined) plugin.isRunning = isRunning
  }

  isRunning(slot: number): boolean {
    return this.#plugins.get(slot)?.isRunning === true
  }

  /** Empty where there is none. */
  nameOf(slot: number): string {
    return this.#plugins.get(slot)?.info.name ?? ''
  }

  logTagOf(slot: number): string {
    return this.#plugins.get(slot)?.info.logTag ?? '?'
  }
}
