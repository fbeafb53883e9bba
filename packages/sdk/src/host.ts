/**
 * The side of this package that the loader uses and plugins never see: it connects the bridge to the plugins' listeners.
 *
 * All state hangs on the {@link Host}; the package has none of its own. So tests run many servers in one process, and a
 * plugin that imports the package in a worker thread gets types and constants but nothing that could reach the game.
 */
import { createCalls } from './call-table.js'
import type { Calls } from './call-table.js'
import { ServerCommands } from './commands/server-commands.js'
import { TakenNames } from './commands/taken-names.js'
import type { PluginDefinition } from './define-plugin.js'
import { EntityClasses } from './entity-class.js'
import { Events } from './events/events.js'
import { Handover } from './handover.js'
import type { HandedOver, Undeliverable } from './handover.js'
import { createHookTables } from './hook-table.js'
import { Messages } from './messages/messages.js'
import type { PluginRequests } from './meta-util.js'
import { ownCalls } from './own-calls.js'
import { Plugin } from './plugin.js'
import { Connections } from './players/connections.js'
import { pluginPlayers } from './players/plugin-players.js'
import { PluginCalls } from './plugin-calls.js'
import { PluginScope } from './plugin-scope.js'
import type { Bridge, BridgeCallbacks } from './raw/bridge.js'
import { Dispatcher } from './raw/dispatch.js'
import type { ErrorSink, Owner } from './raw/dispatch.js'
import { PrintType } from './raw/generated/enums.js'
import { Runtime } from './raw/runtime.js'
import { GameClock } from './timers/game-clock.js'
import { Timers } from './timers/timers.js'

export type * from './raw/bridge.js'
export { PluginAction, PluginSource, PluginStatus } from './raw/generated/enums.js'
export { rows } from './raw/generated/rows.js'
export type { Row as FunctionRow } from './raw/generated/rows.js'
// What a bridge that is written in TypeScript is made of: see packages/testing.
export { FrameValue } from './raw/bridge.js'
export { FrameFlag, FrameOffset, frameSize, structPrefix } from './raw/frame.js'
export { layoutOf, offsetIn, sizeOf } from './raw/layout.js'
export type { LayoutField } from './raw/layout.js'
export { Arrays } from './raw/memory.js'
export { readText, writeText } from './raw/text-block.js'
export type { ParamRow, PointerType, ValueRow } from './raw/generated/rows.js'
export { nearestNames } from './nearest-names.js'
export type { Plugin } from './plugin.js'
export type { Owner } from './raw/dispatch.js'
export type { PluginRequests } from './meta-util.js'
export type { HandedOver } from './handover.js'
export { isUnloadAbort } from './plugin-scope.js'

/** What the host asks of the loader. */
export interface HostSinks extends PluginRequests {
  /** A plugin's listener or command handler failed; `where` names it, such as `on.clientConnect` or `command greet`. */
  readonly onError: ErrorSink
}

/** One plugin, from the loader's side. */
export interface HostedPlugin {
  /** For the plugin's `attach`. */
  readonly plugin: Plugin
  /** Runs the plugin's own code, such as its attach, with whatever it starts known as its own. What it throws is thrown. */
  readonly enter: <Result>(call: () => Result) => Result
  /** A paused plugin's listeners are not called; its commands are, as in every Metamod. */
  readonly setPaused: (isPaused: boolean) => void
  /** What the plugin leaves to its next version; for when it has detached. */
  readonly handOver: (undeliverable: Undeliverable) => HandedOver
  /** Takes back all that the plugin registered. */
  readonly dispose: () => void
}

/** What stands still while a plugin is paused. */
interface Pausable {
  readonly scope: PluginScope
  readonly timers: Timers
  readonly events: Events
}

/** The callbacks of the bridge that need no policy. */
export type HostCallbacks = Pick<
  BridgeCallbacks,
  'dispatch' | 'memory' | 'mapped' | 'mapStarted' | 'mapEnded' | 'spawnEntity' | 'userMessage'
>

/** Everything that belongs to one server. */
export class Host {
  readonly #runtime: Runtime
  readonly #dispatcher: Dispatcher
  readonly #calls: Calls
  readonly #pluginCalls: PluginCalls
  readonly #commands: ServerCommands
  readonly #takenNames: TakenNames
  readonly #clock: GameClock
  readonly #entityClasses: EntityClasses
  readonly #connections: Connections
  readonly #messages: Messages
  readonly #sinks: HostSinks
  #hooked: Calls | undefined
  /** To be merged with the loader's own. */
  readonly callbacks: HostCallbacks

  constructor(bridge: Bridge, sinks: HostSinks) {
    this.#runtime = new Runtime(bridge)
    this.#dispatcher = new Dispatcher(this.#runtime, sinks.onError)
    this.#pluginCalls = new PluginCalls(this.#runtime, sinks.onError)
    this.#calls = createCalls(this.#runtime, 'real')
    this.#commands = new ServerCommands(bridge, this.#calls.engine)
    this.#takenNames = new TakenNames(bridge)
    this.#clock = new GameClock(this.#runtime)
    this.#entityClasses = new EntityClasses(bridge, this.#runtime.entities)
    this.#connections = new Connections(this.#runtime, this.#calls.engine)
    this.#messages = new Messages({
      runtime: this.#runtime,
      engine: this.#calls.engine,
      dispatcher: this.#dispatcher,
      onError: sinks.onError,
    })
    this.#sinks = sinks
    this.callbacks = {
      dispatch: this.#dispatcher.dispatch,
      memory: (memory) => this.#runtime.map(memory),
      mapped: (id, buffer) => this.#runtime.mappings.add(id, buffer),
      mapStarted: () => {
        this.#clock.mapStarted()
        this.#messages.mapStarted()
      },
      spawnEntity: (slot, className, index) => this.#entityClasses.spawn(slot, className, index),
      mapEnded: () => {
        this.#clock.mapEnded()
        this.#connections.doubt()
        this.#runtime.entities.expireAll()
      },
      userMessage: (message) => this.#messages.show(message),
    }
  }

  /**
   * Makes the object a plugin works with.
   *
   * @param left - What the version before has handed over; nothing if left out.
   */
  createPlugin(slot: number, definition: PluginDefinition, left?: HandedOver): HostedPlugin {
    const scope = new PluginScope(slot, this.#pluginCalls)
    scope.info = definition
    const handover = new Handover(left)
    const hooks = createHookTables(scope, this.#dispatcher)
    const timers = new Timers({ scope, clock: this.#clock, onFrame: hooks.on.startFrame })
    const calls = ownCalls(scope, this.#runtime.bridge, this.#calls, this.#messages)
    const { bridge, globals } = this.#runtime
    const { engine } = calls
    const [connections, messages] = [this.#connections, this.#messages]
    const players = pluginPlayers({ scope, bridge, globals, engine, connections, hooks, messages })
    const endedMaps = (): number => this.#clock.endedMaps
    const events = new Events({ scope, hooks, globals, engine, connections, players, endedMaps })
    const plugin = new Plugin({
      scope,
      definition,
      runtime: this.#runtime,
      calls,
      players,
      events: events.emitter,
      hooked: () => (this.#hooked ??= createCalls(this.#runtime, 'hooked')),
      hooks,
      commands: this.#commands,
      takenNames: this.#takenNames,
      timers,
      entityClasses: this.#entityClasses,
      messages,
      handover,
      requests: this.#sinks,
    })
    return {
      plugin,
      enter: (call) => this.enter(scope, call),
      setPaused: (isPaused) => {
        if (isPaused !== scope.isPaused) this.#setPaused({ scope, timers, events }, isPaused)
      },
      handOver: (undeliverable) => handover.pack(undeliverable),
      dispose: () => scope.dispose(),
    }
  }

  #setPaused({ scope, timers, events }: Pausable, isPaused: boolean): void {
    scope.isPaused = isPaused
    timers.setPaused(isPaused)
    if (isPaused) {
      events.pause()
      return
    }
    this.#connections.doubt()
    events.resume()
  }

  /** The plugin whose code runs now; null while none does. */
  get running(): Owner | null {
    return this.#runtime.running
  }

  /** Runs code of a plugin's that has no object yet, such as the top level of its file. What it throws is thrown. */
  enter<Result>(owner: Owner, call: () => Result): Result {
    return this.#pluginCalls.enter(owner, call)
  }

  /** Runs a server command of a plugin's; false when the plugin in that slot has none of that name. */
  runCommand(slot: number, name: string): boolean {
    return this.#commands.run(slot, name)
  }

  /** The words of the server command that is running, its name first. */
  commandArguments(): string[] {
    return this.#commands.arguments()
  }

  /** The number in a cvar of the server's; 0 if there is no such cvar. */
  cvarNumber(name: string): number {
    return this.#calls.engine.cvarGetFloat(name)
  }

  /** Queues a line for the server console; it must end with a newline. */
  serverCommand(line: string): void {
    this.#calls.engine.serverCommand(line)
  }

  /**
   * Prints a text to the console of the client in a slot.
   *
   * @param text - Ends with a newline. It waits in the client's reliable buffer, which holds less than 4,000 bytes: a client
   * that is sent more at once is dropped by the engine.
   * @native enginefuncs_t.pfnClientPrintf
   */
  printToClient(entityIndex: number, text: string): void {
    const client = this.#runtime.entities.at(entityIndex)
    if (client !== null) this.#calls.engine.clientPrintf(client, PrintType.Console, text)
  }

  /** Where the next frame goes, for {@link Host.recover}: to be asked before code begins that may be ended from outside. */
  get top(): number {
    return this.#runtime.top
  }

  /**
   * Sets right what the code that was ended from outside would have done on its way out.
   *
   * @param top - Where the next frame goes.
   */
  recover(top: number): void {
    this.#runtime.top = top
    // Whose code runs behind it nobody knows any more, until that calls or returns.
    this.#runtime.running = null
  }

  /** Whether the map's first entity, the world, is there. */
  get hasWorld(): boolean {
    return this.#runtime.entities.at(0)?.isValid === true
  }

  /** Ends it all: entity handles go stale, and calls throw from here on. */
  close(): void {
    this.#runtime.close()
  }
}

/** Connects a bridge; see {@link Host}. */
export const createHost = (bridge: Bridge, sinks: HostSinks): Host => new Host(bridge, sinks)
