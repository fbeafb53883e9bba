/** What a plugin object has of the C tables: hooks, functions and memory, each under its own name. */
import type { Calls, Engine } from './call-table.js'
import type { GameHooks } from './hook-table.js'
import { InfoBuffer } from './info-buffer.js'
import { MetaUtil } from './meta-util.js'
import type { PluginParts } from './plugin-parts.js'
import { wholeNumber } from './raw/checks.js'
import type { Entity } from './raw/entity.js'
import { outOfRange } from './raw/errors.js'
import type { GameDllCalls } from './raw/generated/calls.js'
import type { EngineHooks } from './raw/generated/hooks.js'
import type { GlobalVars } from './raw/generated/structs.js'
import type { Runtime } from './raw/runtime.js'

/** The part of the plugin object that has the functions of engine, game DLL and Metamod, and their hooks. */
export class PluginTables {
  /**
   * Listeners that run before a function of the game DLL, and may keep it from running.
   *
   * @native DLL_FUNCTIONS
   */
  readonly on: GameHooks
  /**
   * Listeners that run after a function of the game DLL, and may change what it returned.
   *
   * @native DLL_FUNCTIONS
   */
  readonly onPost: GameHooks
  /**
   * Listeners that run before a function of the engine that the game DLL calls, and may keep it from running.
   *
   * @native enginefuncs_t
   */
  readonly onEngine: EngineHooks
  /**
   * Listeners that run after a function of the engine that the game DLL calls, and may change what it returned.
   *
   * @native enginefuncs_t
   */
  readonly onEnginePost: EngineHooks
  /**
   * The engine's functions. No plugin's hooks see these calls; for that, use `plugin.hooked.engine`.
   *
   * @native enginefuncs_t
   */
  readonly engine: Engine
  /**
   * The game DLL's functions. No plugin's hooks see these calls; for that, use `plugin.hooked.gamedll`.
   *
   * @native DLL_FUNCTIONS
   */
  readonly gamedll: GameDllCalls
  /** Metamod's utility functions. */
  readonly util: MetaUtil
  /**
   * What engine and game DLL tell each other outside of calls: game time, map name, player limit.
   *
   * @throws MetamodError with code `NOT_IN_SERVER` while no map was loaded yet.
   * @native globalvars_t
   */
  readonly globals: GlobalVars
  readonly #runtime: Runtime

  /** @internal Made with the plugin. */
  constructor(parts: PluginParts) {
    const { scope, runtime, calls, hooks, hooked, requests } = parts
    this.#runtime = runtime
    this.on = hooks.on
    this.onPost = hooks.onPost
    this.onEngine = hooks.onEngine
    this.onEnginePost = hooks.onEnginePost
    this.engine = calls.engine
    this.gamedll = calls.gamedll
    this.globals = runtime.globals
    this.util = new MetaUtil(scope, { bridge: runtime.bridge, hooked, requests })
  }

  /**
   * Engine and game DLL through every plugin's hooks.
   *
   * @native mutil_funcs_t.pfnGetHookTables
   */
  get hooked(): Calls {
    return this.util.getHookTables()
  }

  /**
   * The entity in a slot; null when the slot is free.
   *
   * @throws RangeError for an index that the engine has no slot for.
   * @native enginefuncs_t.pfnPEntityOfEntIndex
   */
  entity(index: number): Entity | null {
    const { entities, engine } = this.#runtime
    engine.require('entity')
    wholeNumber(index, 0, engine.edictCount - 1, 'entity', 'index')
    const entity = entities.at(index)
    return entity?.isValid === true ? entity : null
  }

  /**
   * The settings of a player's client, or the server's for the world.
   *
   * @throws RangeError for an entity that has none.
   * @native enginefuncs_t.pfnGetInfoKeyBuffer
   */
  infoBuffer(entity: Entity): InfoBuffer {
    const pointer = this.engine.getInfoKeyBuffer(entity)
    if (pointer === null) throw outOfRange('infoBuffer', 'entity', 'a player or the world', entity)
    return new InfoBuffer(this.#runtime.bridge, this.engine, entity, pointer)
  }
}
