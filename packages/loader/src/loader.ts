/**
 * Metamod's policy, put together: which game DLL and plugins there are, when they come and go, and what the console
 * says. The core calls in here for every decision that it does not take itself; none of it runs while a frame is hot.
 */
import type { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import {
  createHost,
  type Bridge,
  type BridgeCallbacks,
  type Host,
  type NativePointer,
} from '@csr/metamod-sdk/host'

import { readConfig } from './boot.js'
import { execCommand } from './exec-cfg.js'
import type { GameDirectory } from './game-directory.js'
import { Guest } from './guest/guest.js'
import { loaderVersion } from './loader-version.js'
import { Log, type Print } from './log.js'
import { coreSlot, type Mode, type Parts } from './mode.js'
import type { Plugin } from './plugin.js'
import { ScriptLifecycle } from './script-lifecycle.js'
import { Standalone } from './standalone.js'
import { describeThrown, findThrower } from './thrown.js'

export interface LoaderOptions {
  readonly bridge: Bridge
  /** The core library, the same file that the engine loads as its game DLL, or a host Metamod as its plugin. */
  readonly corePath: string
  readonly game: GameDirectory
  /** Absolute paths of plugins to load after those of plugins.ini. */
  readonly plugins?: readonly string[]
  /** Prints a line to the server console. */
  readonly print: Print
}

// Metamod's answers to a native plugin that asks for another to be unloaded.
const done = 0
const refused = 1

/** What `loadPlugin` answers when there is no plugin. */
const noSlot = 0

export class Loader {
  readonly #options: LoaderOptions
  readonly #log: Log
  readonly #host: Host
  /** Null until the core is loaded. */
  #mode: Mode | null = null
  #loadTimeout: NativePointer | null = null
  /** Whether there is an engine that keeps a log. */
  #hasLog = false

  constructor(options: LoaderOptions) {
    this.#options = options
    this.#log = new Log(options.print, (line) => this.#record(line))
    this.#host = createHost(options.bridge, {
      onError: (slot, place, error) => this.#onError(slot, place, error),
      pluginPath: (slot) => this.#mode?.requests.pluginPath(slot) ?? '',
      loadPlugin: (slot, line, now) => this.#loadPlugin(slot, line, now) !== null,
      unloadPlugin: (slot, text, now, reason) => this.#unloadPlugin(slot, text, now, reason) !== null,
    })
  }

  /** The plugins, in the order of their hooks; none before the core is loaded. */
  get plugins(): readonly Plugin[] {
    return this.#mode?.plugins.all ?? []
  }

  /** Connects to the core, which then calls for the rest when the engine, or a host Metamod, loads it. */
  open(): void {
    this.#options.bridge.open(this.#options.corePath, this.#callbacks())
  }

  /** Forgets the server. After it the loader is of no more use. */
  close(): void {
    this.#hasLog = false
    this.#host.close()
    this.#options.bridge.close()
  }

  /**
   * Logs an error that did not come out of a call of ours, with the plugin it came from if its stack tells.
   *
   * @param place - What the plugin was doing; a timer or promise if nobody knows.
   */
  reportUncaught(error: unknown, place?: string): void {
    const plugin = findThrower(
      error,
      this.plugins.filter(({ kind }) => kind === 'script'),
    )
    if (plugin !== null) {
      this.#log.thrownAgain(plugin, place ?? 'a timer or promise', error)
      return
    }
    const { message, stack } = describeThrown(error, this.#options.game.path)
    this.#log.error(`${place ?? 'uncaught'}: ${message}; the server goes on`, stack)
  }

  #callbacks(): BridgeCallbacks {
    return {
      ...this.#host.callbacks,
      boot: () => this.#boot(),
      shutdown: () => this.#mode?.plugins.unloadAll(),
      mapStarted: () => {
        this.#host.callbacks.mapStarted()
        this.#mode?.mapStarted()
      },
      mapEnded: () => {
        this.#host.callbacks.mapEnded()
        this.#mode?.mapEnded()
      },
      command: (slot, name) => this.#command(slot, name),
      clientCommand: (index) =>
        this.#mode?.clientCommand(index, this.#host.commandArguments().slice(1)) ?? false,
      loadPlugin: (slot, line, now) => this.#loadPlugin(slot, line, now as LoadTime)?.slot ?? noSlot,
      unloadPlugin: (slot, text, now, reason) =>
        this.#unloadPlugin(slot, text, now as LoadTime, reason as UnloadReason) === null ? refused : done,
      log: (line) => this.#log.line(line),
      userMessage: (message) => this.#host.callbacks.userMessage(message),
      stalled: (stack) => this.#stalled(stack),
      stubQueried: (source, file) => this.#mode?.stubs.stubQueried(source, file) ?? noSlot,
      stubAttached: (slot, now) => this.#mode?.stubs.stubAttached(slot, now) ?? false,
      stubDetached: (slot, now, reason) => this.#mode?.stubs.stubDetached(slot, now, reason) ?? true,
    }
  }

  /** A plugin held the server up, and its code was ended. */
  #stalled(stack: string): void {
    const slot = this.#host.takeStalled()
    this.#log.error(`plugin in slot ${slot ?? 'unknown'} held the server up`, stack.split('\n'))
  }

  #record(line: string): void {
    if (this.#hasLog) this.#options.bridge.recordLog(line)
  }

  #boot(): boolean {
    const { bridge, game } = this.#options
    this.#hasLog = true
    const parts = this.#parts()
    const metamod = bridge.hostName()
    this.#mode = metamod === '' ? new Standalone(parts) : new Guest(parts, metamod)
    this.#log.info(
      `Metamod for TypeScript v${loaderVersion}${metamod === '' ? '' : `, a guest of ${metamod}`}`,
    )
    const config = readConfig(parts)
    this.#loadTimeout = bridge.addCvar(coreSlot, 'meta_load_timeout', String(config.loadTimeoutMs), 0)
    if (!this.#mode.boot(config)) return false
    const exec = execCommand(game, this.#log, config)
    if (exec !== null) this.#host.serverCommand(`${exec}\n`)
    return true
  }

  #parts(): Parts {
    const { bridge, corePath, game, print, plugins: extraPlugins = [] } = this.#options
    const script = new ScriptLifecycle(bridge, this.#host, this.#log, () => this.#loadTimeoutMs())
    return { bridge, corePath, game, host: this.#host, log: this.#log, print, script, extraPlugins }
  }

  #loadTimeoutMs(): number {
    return this.#loadTimeout === null ? 0 : this.#options.bridge.readCvar(this.#loadTimeout).value
  }

  #command(slot: number, name: string): void {
    if (slot === coreSlot) this.#mode?.runCommand(this.#host.commandArguments().slice(1))
    else this.#host.runCommand(slot, name)
  }

  #loadPlugin(slot: number, line: string, now: LoadTime): Plugin | null {
    return this.#mode?.requests.loadPlugin(slot, line, now) ?? null
  }

  #unloadPlugin(slot: number, text: string, now: LoadTime, reason: UnloadReason): Plugin | null {
    return this.#mode?.requests.unloadPlugin(slot, text, now, reason) ?? null
  }

  #onError(slot: number, place: string, error: unknown): void {
    const plugin = this.#mode?.plugins.at(slot) ?? null
    if (plugin === null) this.#log.error(`${place}: ${describeThrown(error, '').message}`)
    // A command is somebody's question, and is answered each time.
    else if (place.startsWith('command ')) this.#log.thrown(plugin, place, error)
    else this.#log.thrownAgain(plugin, place, error)
  }
}
