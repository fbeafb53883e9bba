/**
 * What administrators and plugins can have done with plugins. It means the same everywhere, but where we are a guest of
 * another Metamod it is that one which loads and unloads.
 */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import type { Plugin, PluginRequest } from './plugin.js'

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
   * @returns null if it cannot be loaded; the log says why.
   * @throws RefusedError if it is there already, or no place is left.
   */
  load(request: PluginRequest, now: LoadTime): Plugin | null

  /** @throws RefusedError if the plugin may not be unloaded now. */
  unload(plugin: Plugin, now: LoadTime, reason: UnloadReason): void

  /**
   * Loads a plugin's file anew. A new version that is not sound leaves the old one running.
   *
   * @returns whether the plugin runs its file as it is now; the log says why not.
   * @throws RefusedError if the plugin may not be unloaded now.
   */
  reload(plugin: Plugin, now: LoadTime): boolean

  /** Stops the calls of a plugin's hooks. @throws RefusedError */
  pause(plugin: Plugin): void
  /** @throws RefusedError */
  unpause(plugin: Plugin): void
}
