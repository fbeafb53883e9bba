/**
 * Metamod's policy, put together: which game DLL and plugins there are, when they come and go, and what the console
 * says. The core calls in here for every decision that it does not take itself; none of it runs while a frame is hot.
 */
import { CvarFlag, type LoadTime, type UnloadReason } from '@csr/metamod-sdk'
import { createHost, type Bridge, type BridgeCallbacks, type Host } from '@csr/metamod-sdk/host'

import { bootGameDll, bootPlugins, readConfig, type Boot } from './boot.js'
import type { GameDirectory } from './game-directory.js'
import { loaderVersion } from './loader-version.js'
import { Log, type Print } from './log.js'
import { runMetaCommand } from './meta-command/meta-command.js'
import { NativeLifecycle } from './native-lifecycle.js'
import { PluginList } from './plugin-list.js'
import { PluginRequests } from './plugin-requests.js'
import { ScriptLifecycle } from './script-lifecycle.js'
import { describeThrown, findThrower } from './thrown.js'

export interface LoaderOptions {
  readonly bridge: Bridge
  /** The core library, the same file that the engine loads as its game DLL. */
  readonly corePath: string
  readonly game: GameDirectory
  /** Absolute paths of plugins to load after those of plugins.ini. */
  readonly plugins?: readonly string[]
  /** Prints a line to the server console. */
  readonly print: Print
}

/** The slot of what Metamod registers for itself. */
const coreSlot = 0

// Metamod's answers to a native plugin that asks for another to be loaded or unloaded.
const done = 0
const refused = 1

export class Loader {
  readonly plugins: PluginList
  readonly #options: LoaderOptions
  readonly #log: Log
  readonly #host: Host
  readonly #requests: PluginRequests

  constructor(options: LoaderOptions) {
    const { bridge, game, print } = options
    this.#options = options
    this.#log = new Log(print)
    this.#host = createHost(bridge, {
      onError: (slot, place, error) => this.#onError(slot, place, error),
      pluginPath: (slot) => this.#requests.pluginPath(slot),
      loadPlugin: (slot, line, now) => this.#requests.loadPlugin(slot, line, now),
      unloadPlugin: (slot, text, now, reason) => this.#requests.unloadPlugin(slot, text, now, reason),
    })
    const script = new ScriptLifecycle(bridge, this.#host, this.#log)
    const native = new NativeLifecycle(bridge, this.#log)
    this.plugins = new PluginList({ native, script }, this.#log)
    this.#requests = new PluginRequests(this.plugins, game, this.#log)
  }

  /** Connects to the core, which then calls for the rest when the engine loads it. */
  open(): void {
    this.#options.bridge.open(this.#options.corePath, this.#callbacks())
  }

  /** Forgets the server. After it the loader is of no more use. */
  close(): void {
    this.#host.close()
    this.#options.bridge.close()
  }

  /** Logs what a plugin's timer or promise threw, with the plugin it came from if its stack tells. */
  reportUncaught(error: unknown): void {
    const plugin = findThrower(
      error,
      this.plugins.all.filter(({ kind }) => kind === 'script'),
    )
    if (plugin !== null) {
      this.#log.thrownAgain(plugin, 'a timer or promise', error)
      return
    }
    const { message, stack } = describeThrown(error, this.#options.game.path)
    this.#log.error(`uncaught: ${message}; the server goes on`, stack)
  }

  #callbacks(): BridgeCallbacks {
    return {
      ...this.#host.callbacks,
      boot: () => this.#boot(),
      shutdown: () => this.plugins.unloadAll(),
      command: (slot, name) => this.#command(slot, name),
      loadPlugin: (slot, line, now) =>
        this.#requests.loadPlugin(slot, line, now as LoadTime) ? done : refused,
      unloadPlugin: (slot, text, now, reason) =>
        this.#requests.unloadPlugin(slot, text, now as LoadTime, reason as UnloadReason) ? done : refused,
      log: this.#options.print,
    }
  }

  #boot(): boolean {
    const { bridge, game, plugins: extraPlugins = [] } = this.#options
    const boot: Boot = { bridge, game, plugins: this.plugins, log: this.#log, extraPlugins }
    this.#log.info(`Metamod for TypeScript v${loaderVersion}`)
    const config = readConfig(game, this.#log)
    bridge.addCommand(coreSlot, 'meta')
    bridge.addCvar(coreSlot, 'metamod_version', loaderVersion, CvarFlag.Server)
    bridge.addCvar(coreSlot, 'meta_debug', String(config.debugLevel), 0)
    if (!bootGameDll(boot, config)) return false
    bootPlugins(boot, config)
    if (game.has(config.execFile)) this.#host.serverCommand(`exec ${config.execFile}\n`)
    return true
  }

  #command(slot: number, name: string): void {
    if (slot !== coreSlot) {
      this.#host.runCommand(slot, name)
      return
    }
    const { bridge, game, print } = this.#options
    const context = {
      plugins: this.plugins,
      game,
      print,
      hookCount: (plugin: { slot: number }) => bridge.hookCount(plugin.slot),
    }
    runMetaCommand(context, this.#host.commandArguments().slice(1))
  }

  #onError(slot: number, place: string, error: unknown): void {
    const plugin = this.plugins.at(slot)
    if (plugin === null) this.#log.error(`${place}: ${describeThrown(error, '').message}`)
    // A command is somebody's question, and is answered each time.
    else if (place.startsWith('command ')) this.#log.thrown(plugin, place, error)
    else this.#log.thrownAgain(plugin, place, error)
  }
}
