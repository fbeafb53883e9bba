/** Metamod by itself: it loads the game DLL and every plugin, native ones too, and the command `meta` is its own. */
import { CvarFlag, LoadTime } from '@csr/metamod-sdk'

import { bootGameDll, startingDebugLevel } from './boot.js'
import { defaultConfig, type Config } from './configuration/config-ini.js'
import {
  bootPlugins,
  readPlugins,
  requestsFor,
  type BootRequest,
} from './configuration/configured-plugins.js'
import { loaderVersion } from './loader-version.js'
import { answerClient } from './meta-command/client-meta.js'
import { runMetaCommand } from './meta-command/meta-command.js'
import { coreSlot, type Mode, type Parts, type StubCallbacks } from './mode.js'
import { NativeLifecycle } from './plugins/native-lifecycle.js'
import { PluginList } from './plugins/plugin-list.js'
import { PluginRequests } from './plugins/plugin-requests.js'

export class Standalone implements Mode {
  readonly plugins: PluginList
  readonly actions: PluginList
  readonly requests: PluginRequests
  readonly #parts: Parts
  #config = defaultConfig

  // Nobody loads a stub here; the core refuses one before it comes to this.
  readonly stubs: StubCallbacks = {
    stubQueried: () => 0,
    stubAttached: () => false,
    stubDetached: () => false,
  }

  constructor(parts: Parts) {
    const { bridge, game, log, script } = parts
    this.#parts = parts
    const native = new NativeLifecycle(bridge, log)
    this.plugins = new PluginList({ native, script }, log, 'meta', () => this.#readListed())
    this.actions = this.plugins
    this.requests = new PluginRequests(this.plugins, game, log)
  }

  boot(config: Config): boolean {
    const { bridge, game, host, log, extraPlugins } = this.#parts
    this.#config = config
    bridge.addCommand(coreSlot, this.plugins.command)
    bridge.addCvar(coreSlot, 'metamod_version', loaderVersion, CvarFlag.Server)
    const debugLevel = startingDebugLevel(config, host.cvarNumber('developer'))
    bridge.addCvar(coreSlot, 'meta_debug', String(debugLevel), 0)
    if (!bootGameDll(this.#parts, bridge, config)) return false
    const listed = this.#readListed() ?? []
    bootPlugins(log, this.plugins, [...listed, ...requestsFor(game, [], extraPlugins)])
    return true
  }

  clientCommand(entityIndex: number, args: readonly string[]): boolean {
    if (!this.#config.clientMeta) return false
    for (const line of answerClient(this.plugins.all, args))
      this.#parts.host.printToClient(entityIndex, `${line}\n`)
    return true
  }

  mapEnded(): void {
    this.plugins.refresh(LoadTime.Changelevel)
    this.plugins.unpauseAll()
  }

  mapStarted(): void {
    if (this.#parts.host.hasWorld) return
    const cure =
      "on HLDS and ReHLDS liblist.gam must name addons/metamod/dlls/metamod_hlds.so; 'metamod-loader install' writes it"
    this.#parts.log.error(
      `the map has no entities: the engine finds no classes for them in the library that it loaded; ${cure}`,
    )
  }

  runCommand(args: readonly string[]): void {
    const { bridge, game, print } = this.#parts
    runMetaCommand({ plugins: this.plugins, config: this.#config, bridge, game, print }, args)
  }

  #readListed(): BootRequest[] | null {
    const lines = readPlugins(this.#parts, this.#config)
    return lines === null ? null : requestsFor(this.#parts.game, lines, [])
  }
}
