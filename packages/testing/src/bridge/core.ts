/** What stands in for native-bridge/core: the parts of the fake bridge, and how they hang together. */
import type { BridgeCallbacks, EngineMemory, WholeMessage } from '@csr/metamod-sdk/host'

import type { CallLog } from '../server/call-log.js'
import type { Engine } from '../engine/engine.js'
import { CvarQueries } from './cvar-queries.js'
import { Frames } from './frames.js'
import { GatheredMessages } from './gathered-messages.js'
import { HookedCalls } from './hooked-calls.js'
import { MappedMemory } from './mapped-memory.js'
import { NativeCalls } from './native-calls.js'
import { PluginSlots } from './plugin-slots.js'
import { Registries } from './registries.js'
import { ScriptHooks } from './script-hooks.js'

export interface CoreParts {
  readonly engine: Engine
  /** Where the calls that are really made are noted. */
  readonly log: { readonly engine: CallLog; readonly game: CallLog }
  /** Told where the engine's entities lie, whenever the SDK is. */
  readonly onMemory: (memory: EngineMemory) => void
}

export class FakeCore {
  readonly engine: Engine
  readonly log: CoreParts['log']
  readonly plugins = new PluginSlots()
  readonly queries = new CvarQueries()
  readonly frames = new Frames()
  readonly calls: NativeCalls
  readonly hooks: ScriptHooks
  readonly memory: MappedMemory
  readonly registries: Registries
  readonly messages: GatheredMessages
  readonly functions: HookedCalls
  #callbacks: BridgeCallbacks | null = null

  constructor({ engine, log, onMemory }: CoreParts) {
    const callbacks = (): BridgeCallbacks => this.callbacks
    const report = (line: string): void => callbacks().log(line)
    this.engine = engine
    this.log = log
    this.calls = new NativeCalls(this.frames, engine.addresses)
    this.hooks = new ScriptHooks(this.frames, { dispatch: (base) => callbacks().dispatch(base), log: report })
    this.memory = new MappedMemory(engine, { callbacks, onMemory })
    this.registries = new Registries(engine, {
      pluginName: (slot) => this.plugins.nameOf(slot),
      run: (slot, name) => callbacks().command(slot, name),
      log: report,
    })
    this.messages = new GatheredMessages({
      engine: engine.engineTable,
      isRunning: (slot) => this.plugins.isRunning(slot),
      nameOf: (id) => this.registries.messageWithId(id)?.name ?? `number ${id}`,
      deliver: (message: WholeMessage) => callbacks().userMessage(message),
      log: report,
    })
    this.functions = new HookedCalls(this)
    engine.connect(this.functions.dll, (entity, className) => this.createEntity(entity, className))
  }

  /** @throws Error before {@link FakeCore.open}. */
  get callbacks(): BridgeCallbacks {
    if (this.#callbacks === null) throw new Error('the bridge was not opened')
    return this.#callbacks
  }

  open(callbacks: BridgeCallbacks): void {
    this.#callbacks = callbacks
  }

  /** Makes an entity one of a class, the game's or a plugin's; false if there is no such class. */
  createEntity(entity: number, className: string): boolean {
    const { game } = this.functions
    const entityClass = game.classNamed(className)
    if (entityClass !== null) {
      game.create(entity, entityClass)
      return true
    }
    return this.registries.make(className, (slot) => {
      this.memory.mapEntities()
      this.callbacks.spawnEntity(slot, className, entity)
    })
  }

  mapEnded(): void {
    this.queries.mapEnded()
    this.messages.mapEnded()
    this.callbacks.mapEnded()
  }
}
