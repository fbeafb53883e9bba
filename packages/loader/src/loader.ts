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

import { Attribution } from './errors/attribution.js'
import { readConfig } from './boot.js'
import type { Bundle } from './script/bundle.js'
import { execCommand } from './configuration/exec-cfg.js'
import { defaultErrorLimit } from './errors/failing.js'
import { FailingPlugins } from './errors/failing-plugins.js'
import type { GameDirectory } from './configuration/game-directory.js'
import { Guest } from './guest/guest.js'
import { loaderVersion } from './loader-version.js'
import { Log, type Print } from './log.js'
import { coreSlot, type Mode, type Parts } from './mode.js'
import type { Plugin } from './plugins/plugin.js'
import { ScriptLifecycle } from './script/script-lifecycle.js'
import { Standalone } from './standalone.js'
import { PluginWatches } from './watch/plugin-watches.js'
import { Watchdog } from './watchdog/watchdog.js'

export interface LoaderOptions {
  readonly bridge: Bridge
  /** The core library, the same file that the engine loads as its game DLL, or a host Metamod as its plugin. */
  readonly corePath: string
  readonly game: GameDirectory
  /** Absolute paths of plugins to load after those of plugins.ini. */
  readonly plugins?: readonly string[]
  /** Turns the plugin at a path into one script; esbuild does it if left out. */
  readonly bundle?: (path: string) => Bundle
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
  readonly #attribution: Attribution
  readonly #errors: FailingPlugins
  readonly #watchdog: Watchdog
  /** Null until the core is loaded. */
  #mode: Mode | null = null
  #watch: NativePointer | null = null
  #watches: PluginWatches | null = null
  #loadTimeout: NativePointer | null = null
  #errorLimit: NativePointer | null = null
  /** Whether there is an engine that keeps a log. */
  #hasLog = false

  constructor(options: LoaderOptions) {
    this.#options = options
    this.#log = new Log(options.print, (line) => this.#record(line))
    this.#host = createHost(options.bridge, {
      onError: (_slot, place, error, owner) => this.#errors.thrown(place, error, owner),
      pluginPath: (slot) => this.#mode?.requests.pluginPath(slot) ?? '',
      loadPlugin: (slot, line, now) => this.#loadPlugin(slot, line, now) !== null,
      unloadPlugin: (slot, text, now, reason) => this.#unloadPlugin(slot, text, now, reason) !== null,
    })
    this.#attribution = new Attribution(this.#host)
    this.#errors = new FailingPlugins({
      log: this.#log,
      attribution: this.#attribution,
      plugins: () => this.#mode?.plugins ?? null,
      errorLimit: () => this.#numberOf(this.#errorLimit),
    })
    this.#watchdog = new Watchdog({
      bridge: options.bridge,
      host: this.#host,
      log: this.#log,
      attribution: this.#attribution,
      plugins: () => this.#mode?.plugins ?? null,
    })
  }

  /** The plugins, in the order of their hooks; none before the core is loaded. */
  get plugins(): readonly Plugin[] {
    return this.#mode?.plugins.all ?? []
  }

  /** What watches the plugins' files; null before the core is loaded. */
  get watches(): PluginWatches | null {
    return this.#watches
  }

  /** Connects to the core, which then calls for the rest when the engine, or a host Metamod, loads it. */
  open(): void {
    this.#options.bridge.open(this.#options.corePath, this.#callbacks())
  }

  /** Forgets the server. After it the loader is of no more use. */
  close(): void {
    this.#watches?.close()
    this.#hasLog = false
    this.#watchdog.stop()
    this.#attribution.stop()
    this.#host.close()
    this.#options.bridge.close()
  }

  /**
   * Logs an error that did not come out of a call of ours, with the plugin it came from.
   *
   * @param place - What the plugin was doing; null where nobody knows.
   * @param resource - What called its code back, as async_hooks calls it: a timer, a promise, a system call.
   */
  reportUncaught(error: unknown, place: string | null, resource?: object): void {
    if (this.#watchdog.isOwn(error)) return
    this.#errors.uncaught(error, place, resource)
  }

  #callbacks(): BridgeCallbacks {
    return {
      ...this.#host.callbacks,
      boot: () => this.#boot(),
      shutdown: () => {
        this.#watches?.close()
        this.#mode?.plugins.unloadAll()
      },
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
      ...this.#watchdog.callbacks,
      stubQueried: (source, file) => this.#mode?.stubs.stubQueried(source, file) ?? noSlot,
      stubAttached: (slot, now) => this.#mode?.stubs.stubAttached(slot, now) ?? false,
      stubDetached: (slot, now, reason) => this.#mode?.stubs.stubDetached(slot, now, reason) ?? true,
    }
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
    this.#errorLimit = bridge.addCvar(coreSlot, 'meta_error_limit', String(defaultErrorLimit), 0)
    this.#watch = bridge.addCvar(coreSlot, 'meta_watch', '0', 0)
    this.#watchdog.start()
    if (!this.#mode.boot(config)) return false
    this.#watchPlugins(parts.script, this.#mode)
    const exec = execCommand(game, this.#log, config)
    if (exec !== null) this.#host.serverCommand(`${exec}\n`)
    return true
  }

  #parts(): Parts {
    const { bridge, corePath, game, print, plugins: extraPlugins = [] } = this.#options
    const limitMs = (): number => this.#numberOf(this.#loadTimeout)
    const script = new ScriptLifecycle(bridge, this.#host, this.#log, limitMs, this.#options.bundle)
    script.aboutToRun = (path, code) => this.#attribution.expect(path, code)
    return { bridge, corePath, game, host: this.#host, log: this.#log, print, script, extraPlugins }
  }

  #watchPlugins(script: ScriptLifecycle, { actions }: Mode): void {
    // What somebody else makes scripts of is no file of ours to watch.
    if (this.#options.bundle !== undefined) return
    const isWanted = (): boolean => this.#numberOf(this.#watch) !== 0
    this.#watches = new PluginWatches({ script, plugins: actions, log: this.#log, isWanted })
  }

  #numberOf(cvar: NativePointer | null): number {
    return cvar === null ? 0 : this.#options.bridge.readCvar(cvar).value
  }

  #command(slot: number, name: string): void {
    if (slot === coreSlot) this.#mode?.runCommand(this.#host.commandArguments().slice(1))
    else this.#host.runCommand(slot, name)
  }

  #loadPlugin(slot: number, line: string, now: LoadTime): Plugin | null {
    return this.#watchdog.atWork(() => this.#mode?.requests.loadPlugin(slot, line, now) ?? null)
  }

  #unloadPlugin(slot: number, text: string, now: LoadTime, reason: UnloadReason): Plugin | null {
    return this.#watchdog.atWork(() => this.#mode?.requests.unloadPlugin(slot, text, now, reason) ?? null)
  }
}
