/** The test server: Metamod, plugins, players and a game, all in this process, moving only when the test says so. */
import { Loader, type Plugin } from '@csr/metamod-loader'
import type { EngineHooks, Entity, GameHooks, PluginDefinition } from '@csr/metamod-sdk'
import { PluginStatus, type Bridge } from '@csr/metamod-sdk/host'

import { FakeBridge } from './bridge/fake-bridge.js'
import { CallLog } from './call-log.js'
import { oneLine, seconds, text, wholeNumber } from './checks.js'
import type { Client } from './engine/client.js'
import { Engine } from './engine/engine.js'
import { EntityProbe } from './entity-probe.js'
import { TestGameDirectory } from './game-directory.js'
import { TestPlayer } from './player.js'
import { PluginSources } from './plugin-sources.js'
import type { Received } from './received.js'
import { RejectedError } from './rejected-error.js'
import {
  checkOptions,
  defaultFrameSeconds,
  type ConnectOptions,
  type ServerOptions,
} from './server-options.js'
import { nextTurn, shortTimers } from './turns.js'

/** What became of an attempt to connect. */
export type Connected =
  | { readonly accepted: true; readonly player: TestPlayer }
  | { readonly accepted: false; readonly reason: string }

/** A plugin in the server's list. */
export interface PluginRow {
  readonly name: string
  readonly version: string
  /** Its number in `meta list`. */
  readonly slot: number
  readonly status: 'running' | 'paused' | 'failed'
  /** Why it does not run, or what it waits for; null while nothing is wrong. */
  readonly problem: string | null
}

const mostFrames = 1_000_000
const errorStart = '[META] ERROR: '
const turnsToSettle = 3

export class TestServer {
  /** Which functions of the game DLL were called. */
  readonly gameDll: CallLog<keyof GameHooks>
  /** Which functions of the engine were called, by the game and by plugins. */
  readonly engine: CallLog<keyof EngineHooks>
  readonly #engine: Engine
  readonly #loader: Loader
  readonly #sources = new PluginSources()
  readonly #probe: EntityProbe
  readonly #players = new Map<Client, TestPlayer>()
  readonly #frameSeconds: number
  readonly #failOnErrors: boolean
  readonly #output: string[] = []
  readonly #log: string[] = []
  readonly #errors: string[] = []
  #seenErrors = 0
  #isStopped = false
  readonly #onStop: () => void

  /** @internal Use {@link createServer}. */
  constructor(options: ServerOptions, onStop: () => void) {
    this.#onStop = onStop
    const settings = checkOptions(options)
    const gameDirectory = options.gameDirectory ?? null
    const print = (line: string): void => {
      this.#print(line)
      options.print?.(line)
    }
    this.#frameSeconds = options.frameSeconds ?? defaultFrameSeconds
    this.#failOnErrors = options.failOnErrors ?? false
    this.#engine = new Engine({
      ...settings,
      gameDirectory,
      print,
      logged: (line) => this.#log.push(line),
    })
    const textOf = (handle: number): string => this.#engine.strings.text(handle)
    this.gameDll = new CallLog('gameDll', ({ table }) => table !== 'engine', textOf)
    this.engine = new CallLog('engine', ({ table }) => table === 'engine', textOf)
    const bridge = new FakeBridge(this.#engine, { engine: this.engine, game: this.gameDll })
    this.#probe = new EntityProbe(bridge)
    bridge.onMemory = (memory) => this.#probe.map(memory)
    this.#loader = this.#makeLoader(bridge, options, gameDirectory)
    if (!this.#engine.server.isMapValid(settings.map)) throw noSuchMap('createServer', settings.map)
    this.#loader.open()
    if (!this.#engine.server.boot(() => bridge.boot()))
      throw new Error(`createServer: Metamod did not start; it said: ${this.#output.join(' / ')}`)
  }

  #makeLoader(bridge: Bridge, options: ServerOptions, gameDirectory: string | null): Loader {
    return new Loader({
      bridge,
      corePath: 'metamod',
      game: new TestGameDirectory(gameDirectory, (path) => this.#sources.has(path)),
      plugins: (options.plugins ?? []).map((plugin) => this.#sources.add(plugin)),
      bundle: this.#sources.bundle,
      print: (line) => this.#engine.console.line(line),
    })
  }

  /** All lines that the server's console has shown, oldest first. */
  get output(): readonly string[] {
    return [...this.#output]
  }

  /** The lines of the server's log, without their dates, oldest first. */
  get log(): readonly string[] {
    return [...this.#log]
  }

  /**
   * What went wrong in plugins and in Metamod, as it was logged, a line each. Looking at it counts for the option
   * `failOnErrors`.
   */
  get errors(): readonly string[] {
    this.#seenErrors = this.#errors.length
    return [...this.#errors]
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
    return this.#engine.clients.all
      .filter((client) => client.isConnected)
      .map((client) => this.#playerOf(client))
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
    return rowOf(this.#find(name, 'plugin'))
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
    return this.#probe.at(index)
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

  /** Lets game time pass, in as many frames as it takes. @param time - Seconds. */
  advance(time: number): void {
    seconds(time, 0, mostFrames * this.#frameSeconds, 'advance: time')
    this.frames(Math.round(time / this.#frameSeconds))
  }

  /**
   * Types at the server's console, and answers the lines that it printed. Newlines and `;` part commands, as usual. A
   * command that changes the map has done so when this returns.
   */
  console(line: string): readonly string[] {
    this.#check('console')
    const before = this.#output.length
    this.#engine.commands.queue(text(line, 'console: line'))
    this.#engine.commands.execute()
    this.#engine.server.settle()
    this.#engine.console.flush()
    return this.#output.slice(before)
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
    return this.console(`meta load "${this.#sources.add(plugin)}"`)
  }

  /**
   * Reloads a plugin, as `meta reload` does.
   *
   * @param plugin - The new version; the same one if left out.
   * @returns what the console said.
   */
  reload(name: string, plugin?: PluginDefinition): readonly string[] {
    const { path, slot } = this.#find(name, 'reload')
    if (plugin !== undefined) this.#sources.replace(path, plugin)
    return this.console(`meta reload ${slot}`)
  }

  /**
   * Lets promises and Node's own timers that are due go on, as they do on a real server between two frames. Game time stands
   * still. With vitest's fake timers, move those first: `vi.advanceTimersByTime(1000); await server.settle()`.
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
    // One that the test has seen may be logged again: a plugin that failed is tried again when the map ends.
    const seen = new Set(this.#errors.slice(0, this.#seenErrors))
    const unseen = [...new Set(this.#errors)].filter((error) => !seen.has(error))
    if (!this.#failOnErrors || unseen.length === 0) return
    throw new Error(
      `stop: ${unseen.length} errors were logged that the test did not look at (server.errors):\n${unseen.join('\n')}`,
    )
  }

  #print(line: string): void {
    this.#output.push(line)
    if (line.startsWith(errorStart)) this.#errors.push(line.slice(errorStart.length))
  }

  #check(place: string): void {
    if (this.#isStopped) throw new Error(`${place}: the server was stopped; create another`)
    if (this.isRunning) return
    const why = this.#engine.failures.at(-1) ?? 'somebody told it to quit'
    throw new Error(`${place}: the server has ended (${why}); create another`)
  }

  #connect(place: string, name: string, options: ConnectOptions): Connected {
    this.#check(place)
    oneLine(name, `${place}: name`)
    const { isBot = false, enters = true, ...rest } = options
    const answer = isBot ? this.#makeBot(name) : this.#engine.clients.connect({ name, ...rest })
    this.#engine.server.settle()
    if (typeof answer === 'string') return { accepted: false, reason: answer }
    const player = this.#playerOf(answer)
    if (enters) this.frame()
    return answer.isConnected
      ? { accepted: true, player }
      : { accepted: false, reason: player.dropReason ?? '' }
  }

  /** As plugins make one: the game is asked by whoever made the bot. */
  #makeBot(name: string): Client | string {
    const { clients, dll } = this.#engine
    const bot = clients.createBot(name)
    if (bot === null) return 'Server is full.'
    const reason = { value: '' }
    if (!dll.clientConnect(bot.index, bot.name, '127.0.0.1', reason)) {
      clients.drop(bot, reason.value)
      return reason.value
    }
    dll.clientPutInServer(bot.index)
    return bot
  }

  #playerOf(client: Client): TestPlayer {
    const known = this.#players.get(client)
    if (known !== undefined) return known
    const player = new TestPlayer({
      engine: this.#engine,
      client,
      entity: (index) => {
        const entity = this.entity(index)
        if (entity === null) throw new Error(`player ${index} has no entity`)
        return entity
      },
      check: (place) => this.#check(place),
    })
    this.#players.set(client, player)
    return player
  }

  #find(name: string, place: string): Plugin {
    const plugin = this.#loader.plugins.find((candidate) => candidate.name === name)
    if (plugin !== undefined) return plugin
    const names = this.#loader.plugins.map((candidate) => `'${candidate.name}'`).join(', ')
    throw new RangeError(
      `${place}: no plugin is called '${name}'; there are ${names === '' ? 'none' : names}`,
    )
  }
}

function rowOf({ name, slot, info, problem, status }: Plugin): PluginRow {
  const words = { [PluginStatus.Running]: 'running', [PluginStatus.Paused]: 'paused' } as const
  const word = status in words ? words[status as keyof typeof words] : 'failed'
  return { name, version: info?.version ?? '', slot, status: word, problem }
}

function noSuchMap(place: string, map: string): RangeError {
  return new RangeError(
    `${place}: map must be the name of a map, got '${map}'; the option maps lists them, and without it every name of ` +
      '1..31 letters, digits, _ and - is one',
  )
}
