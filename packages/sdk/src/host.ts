/**
 * The side of this package that the loader uses and plugins never see: it connects the bridge to the plugins' listeners.
 *
 * All state hangs on the {@link Host}; the package has none of its own. So tests run many servers in one process, and a
 * plugin that imports the package in a worker thread gets types and constants but nothing that could reach the game.
 */
import { createCalls } from './call-table.js'
import type { Calls } from './call-table.js'
import { Commands } from './commands.js'
import type { PluginDefinition } from './define-plugin.js'
import { EntityClasses } from './entity-class.js'
import { createHookTables } from './hook-table.js'
import type { PluginRequests } from './meta-util.js'
import { ownCalls } from './own-calls.js'
import { Plugin } from './plugin.js'
import { PluginCalls } from './plugin-calls.js'
import { PluginScope } from './plugin-scope.js'
import type { Bridge, BridgeCallbacks } from './raw/bridge.js'
import { Dispatcher } from './raw/dispatch.js'
import type { ErrorSink } from './raw/dispatch.js'
import { PrintType } from './raw/generated/enums.js'
import { Runtime } from './raw/runtime.js'

export type * from './raw/bridge.js'
export { PluginAction, PluginSource, PluginStatus } from './raw/generated/enums.js'
export { rows } from './raw/generated/rows.js'
export type { Row as FunctionRow } from './raw/generated/rows.js'
export { nearestNames } from './nearest-names.js'
export type { Plugin } from './plugin.js'
export type { PluginRequests } from './meta-util.js'

/** What the host asks of the loader. */
export interface HostSinks extends PluginRequests {
  /** A plugin's listener or command handler failed; `where` names it, such as `on.clientConnect` or `command greet`. */
  readonly onError: ErrorSink
}

/** One plugin, from the loader's side. */
export interface HostedPlugin {
  /** For the plugin's `attach`. */
  readonly plugin: Plugin
  /** A paused plugin's listeners are not called; its commands are, as in every Metamod. */
  readonly setPaused: (isPaused: boolean) => void
  /** Takes back all that the plugin registered. */
  readonly dispose: () => void
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
  readonly #commands: Commands
  readonly #entityClasses: EntityClasses
  readonly #sinks: HostSinks
  #hooked: Calls | undefined
  /** To be merged with the loader's own. */
  readonly callbacks: HostCallbacks

  constructor(bridge: Bridge, sinks: HostSinks) {
    this.#runtime = new Runtime(bridge)
    this.#dispatcher = new Dispatcher(this.#runtime, sinks.onError)
    this.#pluginCalls = new PluginCalls(this.#runtime, sinks.onError)
    this.#calls = createCalls(this.#runtime, 'real')
    this.#commands = new Commands(bridge, this.#calls.engine)
    this.#entityClasses = new EntityClasses(bridge, this.#runtime.entities)
    this.#sinks = sinks
    this.callbacks = {
      dispatch: this.#dispatcher.dispatch,
      memory: (memory) => this.#runtime.map(memory),
      mapped: (id, buffer) => this.#runtime.mappings.add(id, buffer),
      mapStarted: () => undefined,
      spawnEntity: (slot, className, index) => this.#entityClasses.spawn(slot, className, index),
      mapEnded: () => this.#runtime.entities.expireAll(),
      userMessage: (message) => message,
    }
  }

  /** Makes the object a plugin works with. */
  createPlugin(slot: number, definition: PluginDefinition): HostedPlugin {
    const scope = new PluginScope(slot, this.#pluginCalls)
    const plugin = new Plugin({
      scope,
      definition,
      runtime: this.#runtime,
      calls: ownCalls(scope, this.#runtime.bridge, this.#calls),
      hooked: () => (this.#hooked ??= createCalls(this.#runtime, 'hooked')),
      hooks: createHookTables(scope, this.#dispatcher),
      commands: this.#commands,
      entityClasses: this.#entityClasses,
      requests: this.#sinks,
    })
    return {
      plugin,
      setPaused: (isPaused) => {
        scope.isPaused = isPaused
      },
      dispose: () => scope.dispose(),
    }
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

  /** The slot of the plugin whose code was ended from outside, which then counts as ended; null if that was none's. */
  takeStalled(): number | null {
    const slot = this.#runtime.running?.slot ?? null
    this.#runtime.running = null
    return slot
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
