/** Metamod by itself: it loads the game DLL and every plugin, native ones too, and the command `meta` is its own. */
import { CvarFlag } from '@csr/metamod-sdk'

import { bootGameDll, bootPlugins, readPlugins, requestsFor } from './boot.js'
import type { Config } from './config-ini.js'
import { loaderVersion } from './loader-version.js'
import { runMetaCommand } from './meta-command/meta-command.js'
import { coreSlot, type Mode, type Parts, type StubCallbacks } from './mode.js'
import { NativeLifecycle } from './native-lifecycle.js'
import { PluginList } from './plugin-list.js'
import { PluginRequests } from './plugin-requests.js'

export class Standalone implements Mode {
  readonly plugins: PluginList
  readonly requests: PluginRequests
  readonly #parts: Parts

  // Nobody loads a stub here; the core refuses one before it comes to this.
  readonly stubs: StubCallbacks = {
    stubQueried: () => 0,
    stubAttached: () => false,
    stubDetached: () => false,
  }

  constructor(parts: Parts) {
    const { bridge, game, log, script } = parts
    this.#parts = parts
    this.plugins = new PluginList({ native: new NativeLifecycle(bridge, log), script }, log)
    this.requests = new PluginRequests(this.plugins, game, log)
  }

  boot(config: Config): boolean {
    const { bridge, game, log, extraPlugins } = this.#parts
    bridge.addCommand(coreSlot, this.plugins.command)
    bridge.addCvar(coreSlot, 'metamod_version', loaderVersion, CvarFlag.Server)
    bridge.addCvar(coreSlot, 'meta_debug', String(config.debugLevel), 0)
    if (!bootGameDll(this.#parts, bridge, config)) return false
    const lines = readPlugins(this.#parts, config)
    bootPlugins(log, this.plugins, requestsFor(game, lines, extraPlugins))
    return true
  }

  runCommand(args: readonly string[]): void {
    const { bridge, game, print } = this.#parts
    const hookCount = (plugin: { slot: number }): number => bridge.hookCount(plugin.slot)
    runMetaCommand({ plugins: this.plugins, game, print, hookCount }, args)
  }
}
