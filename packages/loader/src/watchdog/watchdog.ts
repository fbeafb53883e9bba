/**
 * What becomes of a plugin that holds the server up, or fills the memory of JavaScript. The bridge measures, asks in here
 * while the code still runs whether to end it, and tells when that is done. Only a plugin's code is ever ended: what the
 * loader does by itself may take its time.
 */
import { url as inspectorUrl } from 'node:inspector'
import { basename } from 'node:path'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import type { Bridge, BridgeCallbacks, Host, NativePointer } from '@csr/metamod-sdk/host'

import type { Attribution } from '../errors/attribution.js'
import type { Culprit, Log } from '../log.js'
import { coreSlot } from '../mode.js'
import type { PluginList } from '../plugins/plugin-list.js'
import type { Plugin } from '../plugins/plugin.js'
import { describeThrown, findThrower } from '../errors/thrown.js'
import { limitedPath } from '../script/time-limit.js'
import { LoopCallbacks } from './watchdog-loop.js'

export interface Watched {
  readonly bridge: Pick<Bridge, 'addCvar' | 'readCvar' | 'limitScripts'>
  readonly host: Pick<Host, 'running' | 'recover'>
  readonly log: Pick<Log, 'error' | 'info'>
  readonly attribution: Pick<Attribution, 'current' | 'suspects'>
  /** Null before the core is loaded. */
  readonly plugins: () => PluginList | null
}

const defaultLimitMs = 2000
const mostStackLines = 50

/** A paused plugin's timers and promises still run. When it holds the server up that often all the same, it goes. */
const mostStallsPaused = 3

const memory = 1

interface Stall {
  readonly culprit: Guilty
  readonly why: 0 | typeof memory
  /** Holds the stack of what ran. */
  readonly error: Error
  /** What the plugin did, in words, once it was logged. */
  what: string | null
}

interface Guilty extends Culprit {
  /** Null where what runs is left over from a plugin that was unloaded. */
  readonly plugin: Plugin | null
}

export class Watchdog {
  readonly #watched: Watched
  #limit: NativePointer | null = null
  /** Those that were ended, and of which nobody has been told yet. */
  #stalls: Stall[] = []
  readonly #loop = new LoopCallbacks()
  #atWorkFor: Host['running'] = null
  readonly #stallsPaused = new WeakMap<Plugin, number>()
  /** For the bridge. */
  readonly callbacks: Pick<BridgeCallbacks, 'overran' | 'stalled'> = {
    overran: (why, isInLoop) => this.#overran(why, isInLoop),
    stalled: (top) => this.#stalled(top),
  }

  constructor(watched: Watched) {
    this.#watched = watched
  }

  /** Begins, once there is a server. */
  start(): void {
    const { bridge, log } = this.#watched
    this.#limit = bridge.addCvar(coreSlot, 'meta_watchdog', String(defaultLimitMs), 0)
    if (bridge.limitScripts?.(this.#limit) === false)
      log.info(
        'meta_watchdog: this Node does not say where JavaScript runs; a plugin that never ends holds the server for good',
      )
  }

  /** Runs what the loader does because a plugin asked for it, which is not the plugin's to answer for. */
  atWork<Result>(work: () => Result): Result {
    const outer = this.#atWorkFor
    this.#atWorkFor = this.#watched.host.running
    try {
      return work()
    } finally {
      this.#atWorkFor = outer
    }
  }

  /** Whether this is what only the watchdog is to hear of, and nobody else. */
  isOwn(error: unknown): boolean {
    return this.#loop.isOwn(error)
  }

  /** Ends. */
  stop(): void {
    this.#loop.stop()
  }

  /** Runs inside of what may be ended, so it looks, and changes nothing of the plugin's. */
  #overran(why: 0 | 1, isInLoop: boolean): boolean {
    // What stands at a breakpoint is not in a loop.
    if (inspectorUrl() !== undefined) return false
    const error = stackFrom(this.callbacks.overran)
    const culprit = this.#culprit(error)
    // Its own limit ends it, and leaves whoever loads it to deal with that.
    if (culprit === null || limitedPath() === culprit.path) return false
    if (isInLoop && !this.#loop.leave(error)) return false
    // Node went on from one to the next; who waits at the console is told meanwhile.
    for (const stall of this.#stalls) stall.what ??= this.#log(stall)
    this.#stalls.push({ culprit, why, error, what: null })
    return true
  }

  #culprit(error: Error): Guilty | null {
    const plugins = this.#watched.plugins()
    if (plugins === null) return null
    const { host, attribution } = this.#watched
    const { running } = host
    if (running !== null && running === this.#atWorkFor) return null
    const scripts = plugins.all.filter(({ kind }) => kind === 'script')
    const own = running === null ? null : plugins.at(running.slot)
    if (own !== null) return guilty(own)
    const started = attribution.current()?.info
    const marked = scripts.find(({ info }) => info !== null && info === started)
    // What is left over from one may lie in the same folder as another that runs.
    const isListed = (path: string): boolean => scripts.some((plugin) => plugin.path === path)
    const gone = [...attribution.suspects].filter((path) => !isListed(path)).map(guiltyPath)
    return (
      findThrower(error, [...scripts.map(guilty), ...gone]) ?? (marked === undefined ? null : guilty(marked))
    )
  }

  #stalled(top: number): void {
    this.#loop.cameBack()
    this.#watched.host.recover(top)
    const stalls = this.#stalls.splice(0)
    if (stalls.length === 0)
      this.#watched.log.error(`JavaScript ${this.#what(0)} and was stopped; whose it was is not known`)
    for (const stall of stalls) this.#punish(stall)
  }

  #punish(stall: Stall): void {
    const what = (stall.what ??= this.#log(stall))
    const plugins = this.#watched.plugins()
    const { plugin } = stall.culprit
    if (plugins === null || plugin === null) return
    const wasPaused = plugin.isPaused
    // Of a plugin that is only paused, all that it keeps would stay in memory.
    if (stall.why === memory) this.#unload(plugins, plugin, 'so that its memory can be freed')
    else if (wasPaused) this.#countPaused(plugins, plugin)
    plugins.suspend(plugin, `it ${what}`)
  }

  /** @returns what the plugin did, for its row in the list. */
  #log({ culprit: { name, path, plugin }, why, error }: Stall): string {
    const { place, details } = describeThrown(error, path)
    const what = `${this.#what(why)}${place === null ? '' : ` at ${place}`}`
    const whose = plugin === null ? `plugin '${name}', which was unloaded` : `plugin '${name}'`
    this.#watched.log.error(`${whose}: ${what} and was stopped there`, details)
    return what
  }

  #what(why: 0 | typeof memory): string {
    if (why === memory) return 'filled the memory of JavaScript'
    return `held the server up for more than ${this.#limitMs()} ms`
  }

  #countPaused(plugins: PluginList, plugin: Plugin): void {
    const count = (this.#stallsPaused.get(plugin) ?? 0) + 1
    this.#stallsPaused.set(plugin, count)
    if (count >= mostStallsPaused) this.#unload(plugins, plugin, `after ${count} times while it was paused`)
  }

  #unload(plugins: PluginList, plugin: Plugin, why: string): void {
    this.#stallsPaused.delete(plugin)
    if (!plugin.isLoaded) return
    try {
      plugins.unload(plugin, LoadTime.Anytime, UnloadReason.CmdForced)
      this.#watched.log.error(`plugin '${plugin.name}' was unloaded ${why}; correct it and load it again`)
    } catch {
      // It is just being loaded or unloaded, which ends by itself.
    }
  }

  #limitMs(): number {
    return this.#limit === null ? defaultLimitMs : this.#watched.bridge.readCvar(this.#limit).value
  }
}

const guilty = (plugin: Plugin): Guilty => ({ name: plugin.name, path: plugin.path, plugin })
const guiltyPath = (path: string): Guilty => ({ name: basename(path), path, plugin: null })

/**
 * An error whose stack begins at what was interrupted, with the places as they are in the plugins' bundles: to read source
 * maps takes time, and a plugin may have put something of its own there that never ends.
 */
function stackFrom(called: (...args: never[]) => unknown): Error {
  const kept = {
    stackTraceLimit: Error.stackTraceLimit,
    prepareStackTrace: Reflect.get(Error, 'prepareStackTrace'),
  }
  const error = new Error('ran for too long')
  setAll({ stackTraceLimit: mostStackLines, prepareStackTrace: writeStack })
  Error.captureStackTrace(error, called)
  // V8 writes it when it is first read.
  Reflect.get(error, 'stack')
  setAll(kept)
  return error
}

/** A plugin may have frozen them, which is no reason to fail. */
function setAll(settings: object): void {
  for (const [name, value] of Object.entries(settings)) Reflect.set(Error, name, value)
}

function writeStack(_: unknown, calls: readonly { toString: () => string }[]): string {
  return ['Error: ran for too long', ...calls.map((call) => `    at ${call.toString()}`)].join('\n')
}
