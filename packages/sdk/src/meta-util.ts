/**
 * Metamod's utility functions, each in the name of the plugin it was given to. The formatting and the va_list variants of
 * the C table have no place here: JavaScript has template strings.
 */
import type { Calls } from './call-table.js'
import { hudTextNumbers } from './hud-text.js'
import type { HudTextParms } from './hud-text.js'
import type { PluginScope } from './plugin-scope.js'
import type { Bridge } from './raw/bridge.js'
import { text, wholeNumber } from './raw/checks.js'
import { indexOfEntity } from './raw/entity.js'
import type { Entity } from './raw/entity.js'
import { wrongType } from './raw/errors.js'
import { GameInfo, LoadTime, UnloadReason } from './raw/generated/enums.js'

/** What the loader knows of plugins, and does for those that load others. */
export interface PluginRequests {
  /** The absolute path of a plugin's file or package folder. */
  pluginPath(slot: number): string
  /** Answers whether the plugin is loaded now. */
  loadPlugin(slot: number, file: string, now: LoadTime): boolean
  /** Answers whether the plugin is unloaded now. */
  unloadPlugin(slot: number, name: string, now: LoadTime, reason: UnloadReason): boolean
}

/** What the functions work on. */
export interface MetaUtilParts {
  readonly bridge: Bridge
  readonly requests: PluginRequests
  /** Made when first asked for: most plugins never do. */
  readonly hooked: () => Calls
}

/** `plugin.util`: the functions of `mutil_funcs_t`. Each throws for an argument of the wrong type. */
export class MetaUtil {
  readonly #scope: PluginScope
  readonly #parts: MetaUtilParts

  /** @internal Made with the plugin. */
  constructor(scope: PluginScope, parts: MetaUtilParts) {
    this.#scope = scope
    this.#parts = parts
  }

  /**
   * Prints a line of any length to the server console.
   *
   * @native mutil_funcs_t.pfnLogConsole
   */
  logConsole(message: string): void {
    this.#bridge('logConsole').logConsole(this.#scope.slot, text(message, 'logConsole', 'message'))
  }

  /**
   * Writes a line into the server's log, behind the plugin's tag. A line has room for 1022 bytes; the rest is left out.
   *
   * @native mutil_funcs_t.pfnLogMessage
   */
  logMessage(message: string): void {
    this.#bridge('logMessage').logMessage(this.#scope.slot, text(message, 'logMessage', 'message'))
  }

  /**
   * Writes a line into the server's log, marked as an error.
   *
   * @native mutil_funcs_t.pfnLogError
   */
  logError(message: string): void {
    this.#bridge('logError').logError(this.#scope.slot, text(message, 'logError', 'message'))
  }

  /**
   * Writes a line into the server's log, if its variable `developer` is not 0.
   *
   * @native mutil_funcs_t.pfnLogDeveloper
   */
  logDeveloper(message: string): void {
    this.#bridge('logDeveloper').logDeveloper(this.#scope.slot, text(message, 'logDeveloper', 'message'))
  }

  /**
   * Shows a text on the screens of all players, and writes it into the server's log. Of a text over 450 bytes the rest is
   * left out.
   *
   * @param parms - Metamod's own if left out: green, letter by letter, for ten seconds.
   * @native mutil_funcs_t.pfnCenterSay, pfnCenterSayParms, pfnCenterSayVarargs
   */
  centerSay(message: string, parms?: HudTextParms): void {
    const numbers = parms === undefined ? null : hudTextNumbers(parms)
    this.#bridge('centerSay').centerSay(this.#scope.slot, text(message, 'centerSay', 'message'), numbers)
  }

  /**
   * Makes an entity one of a class of the game, as the engine does for the entities of a map. Answers whether the game has
   * that class.
   *
   * @throws StaleEntityError if the entity was freed since you got it.
   * @native mutil_funcs_t.pfnCallGameEntity
   */
  callGameEntity(className: string, entity: Entity): boolean {
    const place = 'callGameEntity'
    const index = indexOfEntity(entity, place, 'entity')
    return this.#bridge(place).callGameEntity(this.#scope.slot, text(className, place, 'className'), index)
  }

  /**
   * Finds a message of the game's, a plugin's or the engine's; null when there is none of that name. `size` is -1 for
   * messages of changing size.
   *
   * @native mutil_funcs_t.pfnGetUserMsgID
   */
  getUserMsgId(name: string): { readonly id: number; readonly size: number } | null {
    return this.#bridge('getUserMsgId').userMessageId(this.#scope.slot, text(name, 'getUserMsgId', 'name'))
  }

  /**
   * Names a message by its number, 0..255; null when there is none.
   *
   * @native mutil_funcs_t.pfnGetUserMsgName
   */
  getUserMsgName(id: number): { readonly name: string; readonly size: number } | null {
    const place = 'getUserMsgName'
    return this.#bridge(place).userMessageName(this.#scope.slot, wholeNumber(id, 0, 255, place, 'id'))
  }

  /**
   * The absolute path of the plugin's file or package folder.
   *
   * @native mutil_funcs_t.pfnGetPluginPath
   */
  getPluginPath(): string {
    this.#scope.requireLoaded('getPluginPath')
    return this.#parts.requests.pluginPath(this.#scope.slot)
  }

  /**
   * Tells about the game and its DLL; null for what is not known.
   *
   * @native mutil_funcs_t.pfnGetGameInfo
   */
  getGameInfo(tag: GameInfo): string | null {
    const place = 'getGameInfo'
    if (!Object.values<unknown>(GameInfo).includes(tag)) throw wrongType(place, 'tag', 'one of GameInfo', tag)
    return this.#bridge(place).gameInfo(this.#scope.slot, tag)
  }

  /**
   * Loads another plugin, as `meta load` does. Answers whether it is loaded now; the log says why not.
   *
   * @param file - Its path below the game directory.
   * @native mutil_funcs_t.pfnLoadPlugin
   */
  loadPlugin(file: string, now: LoadTime = LoadTime.Anytime): boolean {
    this.#scope.requireLoaded('loadPlugin')
    return this.#parts.requests.loadPlugin(this.#scope.slot, text(file, 'loadPlugin', 'file'), now)
  }

  /**
   * Unloads another plugin, as `meta unload` does. Answers whether it is unloaded now; the log says why not.
   *
   * @param name - Its number in `meta list`, or the beginning of its name, description, file or log tag. Handles of
   * libraries, as C has them, mean nothing here.
   * @native mutil_funcs_t.pfnUnloadPlugin, pfnUnloadPluginByHandle
   */
  unloadPlugin(
    name: string,
    now: LoadTime = LoadTime.Anytime,
    reason: UnloadReason = UnloadReason.Plugin,
  ): boolean {
    this.#scope.requireLoaded('unloadPlugin')
    return this.#parts.requests.unloadPlugin(
      this.#scope.slot,
      text(name, 'unloadPlugin', 'name'),
      now,
      reason,
    )
  }

  /**
   * The name of the variable that a player's client is being asked for with `queryClientCvarValue`; null when it is asked
   * for none. Answers of `queryClientCvarValue2` say what they answer, so those questions do not count.
   *
   * @native mutil_funcs_t.pfnIsQueryingClientCvar
   */
  isQueryingClientCvar(player: Entity): string | null {
    const place = 'isQueryingClientCvar'
    return this.#bridge(place).queriedCvar(this.#scope.slot, indexOfEntity(player, place, 'player'))
  }

  /**
   * A number for `queryClientCvarValue2` that no other plugin uses.
   *
   * @native mutil_funcs_t.pfnMakeRequestID
   */
  makeRequestId(): number {
    return this.#bridge('makeRequestId').makeRequestId(this.#scope.slot)
  }

  /**
   * Functions of engine and game DLL that pass every plugin's hooks on their way, unlike `plugin.engine` and
   * `plugin.gamedll`.
   *
   * @native mutil_funcs_t.pfnGetHookTables
   */
  getHookTables(): Calls {
    this.#scope.requireLoaded('getHookTables')
    return this.#parts.hooked()
  }

  #bridge(place: string): Bridge {
    this.#scope.requireLoaded(place)
    return this.#parts.bridge
  }
}
