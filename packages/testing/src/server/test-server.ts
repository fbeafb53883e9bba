/** The test server: Metamod, plugins, players and a game, all in this process, moving only when the test says so. */
import type { Loader } from '@csr/metamod-loader'
import type { EngineHooks, Entity, GameHooks, PluginDefinition } from '@csr/metamod-sdk'

import type { Engine } from '../engine/engine.js'
import type { Received } from '../player/received.js'
import { RejectedError } from '../player/rejected-error.js'
import type { TestPlayer } from '../player/test-player.js'
import { Arrivals, type Connected } from './arrivals.js'
import type { CallLog } from './call-log.js'
import { oneLine, seconds, text, wholeNumber } from './checks.js'
import { ConsoleRecord } from './console-record.js'
import { elapse } from './elapse.js'
import { pluginNamed, rowOf, type PluginRow } from './plugin-list.js'
import type { PluginSources } from './plugin-sources.js'
import {
  checkConnectOptions,
  defaultFrameSeconds,
  noSuchMap,
  type ConnectOptions,
  type ServerOptions,
} from './server-options.js'
import { startParts } from './server-parts.js'
import { nextTurn, shortTimers } from './turns.js'

const mostFrames = 1_000_000
const turnsToSettle = 3

export class TestServer {
  /** Which functions of the game DLL were called. */
  readonly gameDll: CallLog<keyof GameHooks>
  /** Which functions of the engine were called, by the game and by plugins. */
  readonly engine: CallLog<keyof EngineHooks>
  readonly #engine: Engine
  readonly #loader: Loader
  readonly #sources: PluginSources
  readonly #entity: (index: number) => Entity | null
  readonly #arrivals: Arrivals
  readonly #record = new ConsoleRecord()
  readonly #frameSeconds: number
  readonly #failOnErrors: boolean
  #isStopped = false
  readonly #onStop: () => void

  /** @internal Use {@link createServer}. */
  constructor(options: ServerOptions, onStop: () => void) {
    const parts = startParts(options, this.#record)
    this.gameDll = parts.gameCalls
    this.engine = parts.engineCalls
    this.#engine = parts.engine
    this.#loader = parts.loader
    this.#sources = parts.sources
    this.#entity = parts.entity
    this.#onStop = onStop
    this.#frameSeconds = options.frameSeconds ?? defaultFrameSeconds
    this.#failOnErrors = options.failOnErrors ?? false
    this.#arrivals = new Arrivals(this.#engine, {
      entity: (index) => this.entity(index),
      check: (place) => this.#check(place),
      frame: () => this.frame(),
    })
  }

  /** All lines that the server's console has shown, oldest first. */
  get output(): readonly string[] {
    return this.#record.lines()
  }

  /**
   * The lines of the server's log, without their dates, oldest first: the game's, and those of `plugin.util.logMessage`. What
   * `plugin.log` prints goes to the console, see {@link TestServer.output}.
   */
  get log(): readonly string[] {
    return this.#record.log()
  }

  /**
   * What went wrong in plugins and in Metamod, as it was logged, a line each. Looking at it counts for the option
   * `failOnErrors`.
   */
  get errors(): readonly string[] {
    return this.#record.errors()
  }

  /** What the engine did not survive (`Host_Error`, `Sys_Error`); empty while all is well. */
  get failures(): readonly string[] {
    return [...this.#engine.failures]
  }

  /** The name of the map. */
  get map(): string {
    return this.#engine.server.map
  }

  /** Game time in seconds; each map begins at 1. */
  get time(): number {
    return this.#engine.globals.time
  }

  /** False after `quit`, after what ends an engine, and after {@link TestServer.stop}. */
  get isRunning(): boolean {
    return !this.#isStopped && this.#engine.server.isRunning
  }

  /** The players on the server, in the order of their places. */
  get players(): readonly TestPlayer[] {
    return this.#arrivals.players
  }

  /** The plugins, in the order of their hooks. */
  get plugins(): readonly PluginRow[] {
    return this.#loader.plugins.map(rowOf)
  }

  /**
   * A plugin by its name.
   *
   * @throws RangeError if there is none.
   */
  plugin(name: string): PluginRow {
    return rowOf(pluginNamed(this.#loader, name, 'plugin'))
  }

  /**
   * Lets a player in, and runs a frame with which the player enters the game.
   *
   * @param name - Cut to 31 bytes and cleaned by the server as usual.
   * @throws RejectedError if plugins or game refuse, or the server is full. To test that, use {@link TestServer.tryConnect}.
   */
  connect(name: string, options: ConnectOptions = {}): TestPlayer {
    const answer = this.#connect('connect', name, options)
    if (!answer.accepted) throw new RejectedError(name, answer.reason)
    return answer.player
  }

  /** Like {@link TestServer.connect}, but tells whether the player was let in: `{ accepted: false, reason: 'Banned' }`. */
  tryConnect(name: string, options: ConnectOptions = {}): Connected {
    return this.#connect('tryConnect', name, options)
  }

  /** What a player was sent and shown; the same as `player.received`. */
  messagesTo(player: TestPlayer): readonly Received[] {
    return player.received
  }

  /**
   * The entity in a slot; null when the slot is free.
   *
   * @throws RangeError for an index that the engine has no slot for.
   */
  entity(index: number): Entity | null {
    this.#check('entity')
    return this.#entity(index)
  }

  /**
   * Runs frames.
   *
   * @param count - 0..1,000,000.
   */
  frames(count: number): void {
    wholeNumber(count, 0, mostFrames, 'frames: count')
    for (let frame = 0; frame < count; frame += 1) this.frame()
  }

  /**
   * Runs one frame.
   *
   * @param duration - Seconds of game time, 0..1; the option `frameSeconds` if left out.
   */
  frame(duration: number = this.#frameSeconds): void {
    this.#check('frame')
    this.#engine.server.frame(seconds(duration, 0, 1, 'frame: duration'))
  }

  /**
   * Lets game time pass, in frames of the usual length and a last one that ends when the time is up: what was to come after
   * so many seconds has come then.
   *
   * @param time - Seconds.
   */
  advance(time: number): void {
    seconds(time, 0, mostFrames * this.#frameSeconds, 'advance: time')
    const now = (): number => this.time
    elapse(time, this.#frameSeconds, now, (duration) => {
      this.#check('advance')
      this.#engine.server.frame(duration)
    })
  }

  /**
   * Types at the server's console, and answers the lines that it printed. Newlines and `;` part commands, as usual. A
   * command that changes the map has done so when this returns.
   */
  console(line: string): readonly string[] {
    this.#check('console')
    const before = this.#record.length
    this.#engine.commands.queue(text(line, 'console: line'))
    this.#engine.commands.execute()
    this.#engine.server.settle()
    this.#engine.console.flush()
    return this.#record.lines(before)
  }

  /**
   * Ends the map and starts another; the players stay, bots leave. Runs a frame, with which the players enter again.
   *
   * @throws RangeError for a map that there is not.
   */
  changeLevel(map: string): void {
    this.#check('changeLevel')
    const { server, clients } = this.#engine
    if (!server.isMapValid(oneLine(map, 'changeLevel: map'))) throw noSuchMap('changeLevel', map)
    server.changeMap(map, true)
    server.settle()
    if (clients.count > 0) this.frame()
  }

  /** Loads one more plugin. Whether it runs then, {@link TestServer.plugins} and {@link TestServer.errors} tell. */
  load(plugin: PluginDefinition | string): readonly string[] {
    return this.console(`meta load "${this.#sources.add(plugin, 'load: plugin')}"`)
  }

  /**
   * Reloads a plugin, as `meta reload` does.
   *
   * @param plugin - The new version; the same one if left out.
   * @returns what the console said.
   */
  reload(name: string, plugin?: PluginDefinition): readonly string[] {
    const { path, slot } = pluginNamed(this.#loader, name, 'reload')
    if (plugin !== undefined) this.#sources.replace(path, plugin, 'reload: plugin')
    return this.console(`meta reload ${slot}`)
  }

  /**
   * Lets promises and Node's own timers that are due go on, as they do on a real server between two frames. Game time stands
   * still. With vitest's fake timers, move those first: `vi.advanceTimersByTime(1000); await server.settle()`. They are those
   * of `setTimeout` and its like; the functions of `node:timers/promises` wait as ever.
   */
  async settle(): Promise<void> {
    await shortTimers()
    for (let turn = 0; turn < turnsToSettle; turn += 1) await nextTurn()
  }

  /**
   * Ends the map and the plugins. A second call does nothing.
   *
   * @throws Error with the option `failOnErrors`, if there were errors that the test did not look at.
   */
  stop(): void {
    if (this.#isStopped) return
    this.#engine.server.shutdown()
    this.#isStopped = true
    this.#onStop()
    this.#loader.close()
    const unseen = this.#record.unseenErrors()
    if (!this.#failOnErrors || unseen.length === 0) return
    throw new Error(
      `stop: ${unseen.length} errors were logged that the test did not look at (server.errors):\n${unseen.join('\n')}`,
    )
  }

  #check(place: string): void {
    if (this.#isStopped) throw new Error(`${place}: the server was stopped; create another`)
    if (this.isRunning) return
    const why = this.#engine.failures.at(-1) ?? 'somebody told it to quit'
    throw new Error(`${place}: the server has ended (${why}); create another`)
  }

  #connect(place: string, name: string, options: ConnectOptions): Connected {
    this.#check(place)
    checkConnectOptions(options, place)
    return this.#arrivals.connect(oneLine(name, `${place}: name`), options)
  }
}
