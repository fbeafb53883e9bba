/** The object a plugin is given in `attach`: all it can do hangs on it, and all it registers ends with it. */
import type { Calls, Engine } from './call-table.js'
import type { CommandHandler, Commands } from './commands.js'
import { createCvar } from './cvar.js'
import type { Cvar, CvarOptions } from './cvar.js'
import type { PluginDefinition } from './define-plugin.js'
import type { EntityClasses, EntityMaker } from './entity-class.js'
import type { GameHooks, HookTables } from './hook-table.js'
import { InfoBuffer } from './info-buffer.js'
import { MetaUtil } from './meta-util.js'
import type { PluginRequests } from './meta-util.js'
import type { PluginScope } from './plugin-scope.js'
import { wholeNumber } from './raw/checks.js'
import type { Entity } from './raw/entity.js'
import { outOfRange } from './raw/errors.js'
import type { GameDllCalls } from './raw/generated/calls.js'
import type { EngineHooks } from './raw/generated/hooks.js'
import type { GlobalVars } from './raw/generated/structs.js'
import type { Undo } from './raw/hook.js'
import type { Runtime } from './raw/runtime.js'

/** What a plugin object is put together from. */
export interface PluginParts {
  readonly scope: PluginScope
  readonly definition: PluginDefinition
  readonly runtime: Runtime
  readonly calls: Calls
  readonly hooked: () => Calls
  readonly hooks: HookTables
  readonly commands: Commands
  readonly entityClasses: EntityClasses
  readonly requests: PluginRequests
}

/** A running plugin's side of the server. */
export class Plugin {
  /** What the plugin's file says about it. */
  readonly definition: PluginDefinition
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
  readonly #parts: PluginParts

  /** @internal Made by the host. */
  constructor(parts: PluginParts) {
    this.#parts = parts
    this.definition = parts.definition
    this.on = parts.hooks.on
    this.onPost = parts.hooks.onPost
    this.onEngine = parts.hooks.onEngine
    this.onEnginePost = parts.hooks.onEnginePost
    this.engine = parts.calls.engine
    this.gamedll = parts.calls.gamedll
    this.globals = parts.runtime.globals
    this.util = new MetaUtil(parts.scope, { bridge: parts.runtime.bridge, ...parts })
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
   * Registers a server command.
   *
   * @param name - One word of at most 63 ASCII characters.
   * @returns the function that takes the command back; until then no other plugin can have the name.
   * @throws MetamodError with code `COMMAND_TAKEN` for a name that the engine or another plugin has.
   * @native enginefuncs_t.pfnAddServerCommand
   */
  addCommand(name: string, handler: CommandHandler): Undo {
    const { scope, commands } = this.#parts
    scope.requireLoaded('addCommand')
    return commands.add(scope, name, handler)
  }

  /**
   * Registers a console variable. It stays in the server after the plugin is gone, and has its old value when the plugin
   * comes back.
   *
   * @param name - One word of at most 63 ASCII characters.
   * @native enginefuncs_t.pfnCVarRegister
   */
  addCvar(name: string, value: string | number, options: CvarOptions = {}): Cvar {
    const { scope, runtime, calls } = this.#parts
    scope.requireLoaded('addCvar')
    return createCvar(scope, runtime.bridge, calls.engine, name, value, options)
  }

  /**
   * Offers an entity class. When a map has an entity of that class, or `createNamedEntity` or `callGameEntity` is called
   * with it, `maker` is called with the new entity, whose key values have not come yet (see `on.keyValue`), and which the
   * game is told to spawn afterwards (see `on.spawn`).
   *
   * The game does nothing for an entity of which it knows no class, and engines hide one without private data from
   * `entityOfIndex`. So let it stand on a class of the game, and change what is to be different:
   *
   * ```ts
   * plugin.addEntityClass('my_marker', (entity) => {
   *   plugin.util.callGameEntity('info_target', entity)
   *   entity.vars.health = 100
   * })
   * ```
   *
   * A maker that throws is logged, and the entity stays as it is. Entities stay when the plugin goes; a paused plugin's
   * classes go on working.
   *
   * @param className - A letter, then letters, digits and `_`; at most 63 characters. Case counts.
   * @returns the function that takes the class back.
   * @throws MetamodError with code `ENTITY_CLASS_TAKEN` for a class that the game, this or another plugin has; with code
   * `UNAVAILABLE` as a plugin of another Metamod, where engines do not find classes of plugins.
   * @native LINK_ENTITY_TO_CLASS
   */
  addEntityClass(className: string, maker: EntityMaker): Undo {
    const { scope, entityClasses } = this.#parts
    scope.requireLoaded('addEntityClass')
    return entityClasses.add(scope, className, maker)
  }

  /**
   * The entity in a slot; null when the slot is free.
   *
   * @throws RangeError for an index that the engine has no slot for.
   * @native enginefuncs_t.pfnPEntityOfEntIndex
   */
  entity(index: number): Entity | null {
    const { entities, engine } = this.#parts.runtime
    engine.require('entity')
    wholeNumber(index, 0, engine.edictCount - 1, 'entity', 'index')
    const entity = entities.at(index)
    return entity?.isValid === true ? entity : null
  }

  /** The players on the server: all who were given a slot, whether they have entered the game yet or not. */
  players(): Entity[] {
    const { entities, engine } = this.#parts.runtime
    engine.require('players')
    return Array.from({ length: this.globals.maxClients }, (_, index) => entities.at(index + 1)).filter(
      (entity) => entity?.isValid === true && this.engine.getPlayerUserId(entity) > 0,
    ) as Entity[]
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
    return new InfoBuffer(this.#parts.runtime.bridge, this.engine, entity, pointer)
  }

  /**
   * Prints a line to the server console, behind the plugin's log tag.
   *
   * @native mutil_funcs_t.pfnLogConsole
   */
  log(message: string): void {
    this.util.logConsole(`[${this.definition.logTag}] ${message}`)
  }
}
