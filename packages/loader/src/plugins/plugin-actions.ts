/**
 * What administrators and plugins can have done with plugins. It means the same everywhere, but where we are a guest of
 * another Metamod it is that one which loads and unloads.
 */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import type { Plugin, PluginRequest } from './plugin.js'

/** What became of a request: it was done, or put off until the map changes, or it failed and the log says why. */
export type Outcome = 'done' | 'delayed' | 'failed'

export interface PluginActions {
  /** The server command by which an administrator reaches these plugins: `meta`, or `meta_ts` where that is taken. */
  readonly command: string
  /** In the order of their slots. */
  readonly all: readonly Plugin[]
  /** The plugin in a slot, or null. */
  at(slot: number): Plugin | null
  /** The plugin an administrator means. @throws RefusedError */
  find(text: string): Plugin

  /**
   * Loads a plugin.
   *
   * @returns the plugin, which runs, or waits for the map change (its `action` tells); null if it cannot be loaded, and
   * the log says why.
   * @throws RefusedError if it is there already, or no place is left.
   */
  load(request: PluginRequest, now: LoadTime): Plugin | null

  /** @throws RefusedError if the plugin may not be unloaded, now or at a map change. */
  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): Exclude<Outcome, 'failed'>

  /**
   * Loads a plugin's file anew. A new version that is not sound leaves the old one running.
   *
   * @param reason - What the old version is told; that it is reloaded, if left out.
   * @throws RefusedError if the plugin may not be unloaded and loaded, now or at a map change.
   */
  reload(plugin: Plugin, now: LoadTime, reason?: UnloadReason): Outcome

  /** Tries again what failed or was put off. @throws RefusedError if there is nothing of the kind. */
  retry(plugin: Plugin, now: LoadTime): Outcome

  /** Forgets what was put off, and takes a plugin that failed off the list. @throws RefusedError if there is neither. */
  clear(plugin: Plugin): void

  /** Reads plugins.ini again: loads what is new, unloads what is gone, reloads what is newer. */
  refresh(now: LoadTime): void

  /** Stops the calls of a plugin's hooks. @throws RefusedError */
  pause(plugin: Plugin): void
  /** @throws RefusedError */
  unpause(plugin: Plugin): void
}
