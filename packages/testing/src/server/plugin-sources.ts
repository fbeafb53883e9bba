/** Plugins that a test hands over as objects: each is given a path, by which the loader knows it as it knows a file. */
import { resolve } from 'node:path'

import { bundlePlugin, type Bundle } from '@csr/metamod-loader'
import type { PluginDefinition } from '@csr/metamod-sdk'

import { show } from './checks.js'

export class PluginSources {
  readonly #definitions = new Map<string, PluginDefinition>()

  /**
   * The absolute path of a plugin.
   *
   * @param plugin - A definition, or the path of a plugin's file or folder.
   * @param place - Who was given it, for the error.
   * @throws TypeError for what is neither.
   */
  add(plugin: PluginDefinition | string, place: string): string {
    if (typeof plugin === 'string') return resolve(plugin)
    checkPlugin(plugin, place)
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
  replace(path: string, plugin: PluginDefinition, place: string): void {
    checkPlugin(plugin, place)
    this.#definitions.set(path, plugin)
  }

  /** What the loader asks for instead of bundling each plugin's file. */
  readonly bundle = (path: string): Bundle => {
    const exported = this.#definitions.get(path)
    return exported === undefined ? bundlePlugin(path) : { entry: path, code: '', files: [], exported }
  }
}

function checkPlugin(plugin: unknown, place: string): void {
  const has = (name: string): boolean => typeof plugin === 'object' && plugin !== null && name in plugin
  if (has('name') && has('attach')) return
  const cure = has('default')
    ? "it is a module, so pass its default export: import plugin from './index.js'"
    : plugin instanceof Promise
      ? 'await it, and pass the default export of the module'
      : 'pass what definePlugin returned'
  throw new TypeError(`${place} must be a plugin or the path of one, got ${show(plugin)}; ${cure}`)
}
