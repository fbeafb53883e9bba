/** What is known of the stubs that the host has loaded, and what we have asked it to do with them. */
import type { LoadTime, PluginDefinition, UnloadReason } from '@csr/metamod-sdk'

import type { Plugin } from '../plugins/plugin.js'

/** How far the host has come with a stub. One that `failed` has a row in the host's list all the same. */
export type StubStage = 'queried' | 'attached' | 'failed' | 'detached'

export interface Stub {
  /** Absolute. */
  readonly file: string
  /** The plugin's name as the host has copied it. */
  readonly listedAs: string
  stage: StubStage
  /** What the plugin's file defined when the stub was queried; null once that was used. */
  definition: PluginDefinition | null
}

/** A plugin that we have asked the host to load. */
export interface LoadOrder {
  readonly now: LoadTime
  /** Read before the host was asked. */
  readonly definition: PluginDefinition
  /** Whether the host has done anything about it. */
  isAnswered: boolean
}

export class Stubs {
  readonly #stubs = new Map<Plugin, Stub>()
  /** What the host is loading for us at this moment. */
  readonly loading = new Map<Plugin, LoadOrder>()
  /** What the host is unloading for us at this moment, and why. */
  readonly unloading = new Map<Plugin, UnloadReason>()

  of(plugin: Plugin): Stub | null {
    return this.#stubs.get(plugin) ?? null
  }

  set(plugin: Plugin, stub: Stub): void {
    this.#stubs.set(plugin, stub)
  }

  forget(plugin: Plugin): void {
    this.#stubs.delete(plugin)
  }

  /** Whether the plugin is one of the host's, so that only the host can take it out. */
  isAttached(plugin: Plugin): boolean {
    return this.of(plugin)?.stage === 'attached'
  }
}
