/** Plugins that a test hands over as objects: each is given a path, by which the loader knows it as it knows a file. */
import { resolve } from 'node:path'

import { bundlePlugin, type Bundle } from '@csr/metamod-loader'
import type { PluginDefinition } from '@csr/metamod-sdk'

export class PluginSources {
  readonly #definitions = new Map<string, PluginDefinition>()

  /**
   * The absolute path of a plugin.
   *
   * @param plugin - A definition, or the path of a plugin's file or folder.
   */
  add(plugin: PluginDefinition | string): string {
    if (typeof plugin === 'string') return resolve(plugin)
    const word =
      plugin.name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'plugin'
    // In the working directory, so that messages name the places in the author's own files.
    const pathFor = (count: number): string => resolve(count === 1 ? `${word}.ts` : `${word}-${count}.ts`)
    let count = 1
    while (this.#definitions.has(pathFor(count))) count += 1
    this.#definitions.set(pathFor(count), plugin)
    return pathFor(count)
  }

  /** Whether a path stands for a plugin that was handed over. */
  has(path: string): boolean {
    return this.#definitions.has(path)
  }

  /** Puts another version of a plugin in the place of one that was added. */
  replace(path: string, plugin: PluginDefinition): void {
    this.#definitions.set(path, plugin)
  }

  /** What the loader asks for instead of bundling each plugin's file. */
  readonly bundle = (path: string): Bundle => {
    const exported = this.#definitions.get(path)
    return exported === undefined ? bundlePlugin(path) : { entry: path, code: '', files: [], exported }
  }
}
