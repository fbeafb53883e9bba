/** The rows of `meta list`: which plugin stands in which slot, and who loaded whom. */
import { findPlugin } from './find-plugin.js'
import { RefusedError } from './load-error.js'
import { Plugin, type PluginRequest } from './plugin.js'

/** As many as the core has slots. */
export const maxPlugins = 4000

export class PluginRows {
  readonly #bySlot = new Map<number, Plugin>()
  readonly #command: string
  /** All slots below it are taken. */
  #firstFree = 1

  constructor(command: string) {
    this.#command = command
  }

  /** In the order of their slots. */
  get all(): Plugin[] {
    return this.inOrderOfLoading.sort((a, b) => a.slot - b.slot)
  }

  get inOrderOfLoading(): Plugin[] {
    return [...this.#bySlot.values()]
  }

  at(slot: number): Plugin | null {
    return this.#bySlot.get(slot) ?? null
  }

  has(plugin: Plugin): boolean {
    return this.at(plugin.slot) === plugin
  }

  find(text: string): Plugin {
    return findPlugin(this.all, text, this.#command)
  }

  /** The plugin of a file or package folder, or null. */
  withPath(path: string): Plugin | null {
    for (const plugin of this.#bySlot.values()) if (plugin.path === path) return plugin
    return null
  }

  /** @throws RefusedError if no place is left. */
  add(request: PluginRequest): Plugin {
    const plugin = new Plugin(this.#takeSlot(), request)
    this.#bySlot.set(plugin.slot, plugin)
    return plugin
  }

  drop(plugin: Plugin): void {
    if (!this.has(plugin)) return
    this.#bySlot.delete(plugin.slot)
    this.#firstFree = Math.min(this.#firstFree, plugin.slot)
    this.orphanChildrenOf(plugin)
  }

  /** Whoever gets the slot next has not loaded them. */
  orphanChildrenOf({ slot }: Plugin): void {
    for (const child of this.#bySlot.values()) {
      if (typeof child.source === 'object' && child.source.slot === slot) child.source = { slot: null }
    }
  }

  #takeSlot(): number {
    while (this.#bySlot.has(this.#firstFree)) this.#firstFree += 1
    if (this.#firstFree <= maxPlugins) return this.#firstFree
    throw new RefusedError(
      `${maxPlugins} plugins are loaded, and there is room for no more; unload one first`,
    )
  }
}
