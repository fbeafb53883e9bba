/**
 * What the plugin list asks of either kind of plugin. Loading has two halves, so that a reload can first make sure that
 * the new version is sound and only then take the old one down.
 */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import type { PluginLoadError } from './load-error.js'
import type { Plugin } from './plugin.js'

/** How a plugin that is running failed after all, if it did; null where its attach left nothing to wait for. */
export type Attached = Promise<PluginLoadError | null> | null

export interface Lifecycle {
  /**
   * Does all that can be done without touching the server. Of a plugin that is loaded, it makes sure that the new version
   * is sound as far as that can be told.
   *
   * @returns what loads the plugin and leaves it running. When that throws, nothing of the plugin is left in the server.
   * @throws PluginLoadError
   */
  prepare(plugin: Plugin, now: LoadTime): () => Attached

  /**
   * Detaches the plugin and takes it out of the server.
   *
   * @param force - Whether it has to go even if it does not want to.
   * @param isRenewed - Whether its next version is to come in its place, to which it may leave something.
   * @throws RefusedError if the plugin refuses, which only a native one can.
   */
  stop(plugin: Plugin, now: LoadTime, reason: UnloadReason, force: boolean, isRenewed: boolean): void

  /**
   * Remembers the version that runs, for the case that the next one fails.
   *
   * @returns what loads it again once it was stopped; null where it cannot be brought back.
   */
  remember(plugin: Plugin): (() => Attached) | null

  /** Lets the plugin's hooks be called or not. */
  setRunning(plugin: Plugin, running: boolean): void
}
