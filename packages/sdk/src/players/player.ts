/** A player: the client behind a slot for as long as it stays, over map changes too. */
import type { Calls } from '../call-table.js'
import type { PluginScope } from '../plugin-scope.js'
import type { Bridge } from '../raw/bridge.js'
import { text } from '../raw/checks.js'
import type { Entity } from '../raw/entity.js'
import { MessageDest, PrintType } from '../raw/generated/enums.js'
import type { EntVars, GlobalVars } from '../raw/generated/structs.js'
import type { Connection, Connections } from './connections.js'
import { kickLine, kickReason } from './kick-line.js'
import { PlayerLeftError } from './player-errors.js'
import { centerText, chatLines, consolePieces } from './print-lines.js'
import { visibleTeam } from './team.js'

/** What a plugin's players work on. */
export interface PlayerServer {
  readonly scope: Pick<PluginScope, 'slot' | 'requireLoaded'>
  readonly bridge: Pick<Bridge, 'userMessageId'>
  readonly engine: Calls['engine']
  readonly globals: Pick<GlobalVars, 'teamplay'>
  readonly connections: Connections
  /** Has the game's messages about teams noted, from when somebody asks. */
  readonly watchTeams: () => void
}

let connectionOf: (player: Player) => Connection

/** Why a player is sent away with `kick`, whichever plugin does so; null if none does, or gave no reason. */
export const kickReasonOf = (player: Player): string | null => connectionOf(player).kickReason || null

/**
 * A player on the server, person or bot. Get one from `plugin.players` or from an event; the same player is always the same
 * object, from connecting to leaving and over map changes, so `===` compares players and a `Map` can have them as keys.
 *
 * A player who left is of no more use: everything but {@link Player.index}, {@link Player.userId}, {@link Player.name} and
 * {@link Player.isConnected} throws a {@link PlayerLeftError}. So test `isConnected` after each `await`.
 */
export class Player {
  static {
    connectionOf = (player) => player.#connection
  }

  /**
   * The slot, 1..maxClients, which is the index of the player's entity.
   *
   * @native enginefuncs_t.pfnIndexOfEdict
   */
  readonly index: number
  /**
   * The number that the engine gave this connection and gives no other; `status` shows it, and `kick #7` takes it.
   *
   * @native enginefuncs_t.pfnGetPlayerUserId
   */
  readonly userId: number
  readonly #server: PlayerServer
  readonly #connection: Connection

  /** @internal Made by `plugin.players`. */
  constructor(server: PlayerServer, index: number, connection: Connection) {
    this.#server = server
    this.#connection = connection
    this.index = index
    this.userId = connection.userId
  }

  /** Whether the player is still on the server, in the game or on the way into it. */
  get isConnected(): boolean {
    return this.#server.connections.isThere(this.index, this.userId)
  }

  /**
   * The name that the other players see; of a player who left, the last one that was read.
   *
   * @native enginefuncs_t.pfnInfoKeyValue
   */
  get name(): string {
    const { connections } = this.#server
    const entity = this.isConnected ? connections.entityAt(this.index) : null
    if (entity !== null) this.#connection.name = connections.setting(entity, 'name')
    return this.#connection.name
  }

  /**
   * The entity of the player in the map that runs now. Entities go stale when the map ends: keep the player instead.
   *
   * @throws PlayerLeftError if the player has left.
   * @native edict_t
   */
  get entity(): Entity {
    return this.#present('player.entity')
  }

  /**
   * The variables of the player's entity: `player.vars.health`.
   *
   * @throws PlayerLeftError if the player has left.
   * @native edict_t.v
   */
  get vars(): EntVars {
    return this.#present('player.vars').vars
  }

  /**
   * What tells the player's account from all others, such as `STEAM_0:1:1234`. Bots all have the same, `BOT` (on Xash3D
   * `ID_BOT`). It may be `STEAM_ID_PENDING` until the player has joined, and on Xash3D it is a number that the client makes up.
   *
   * @throws PlayerLeftError if the player has left.
   * @native enginefuncs_t.pfnGetPlayerAuthId
   */
  get authId(): string {
    return this.#server.engine.getPlayerAuthId(this.#present('player.authId'))
  }

  /**
   * Address and port, such as `127.0.0.1:27005`. Null for bots, and for players who came before any plugin asked for players
   * or for events about them, because engines name it only once.
   *
   * @throws PlayerLeftError if the player has left.
   * @native DLL_FUNCTIONS.pfnClientConnect
   */
  get address(): string | null {
    const entity = this.#present('player.address')
    return this.#server.connections.isBot(entity) ? null : this.#connection.address
  }

  /**
   * The team as the game calls it, such as `CT`, `TERRORIST`, `Blue`; null for none, and where it does not show. Games tell
   * it by the message TeamInfo when a player changes sides, which is read once a plugin has asked for a team. Until then
   * it is what shows of Half-Life's team play, Counter-Strike (by the model: a spectator counts for the last side), Team
   * Fortress Classic and Day of Defeat.
   *
   * @throws PlayerLeftError if the player has left.
   */
  get team(): string | null {
    const entity = this.#present('player.team')
    const { connections, engine, globals, watchTeams } = this.#server
    watchTeams()
    const told = this.#connection.team
    if (told !== null) return told === '' ? null : told
    const game = engine.getGameDir().split('/').at(-1) ?? ''
    const setting = (key: string): string => connections.setting(entity, key)
    return visibleTeam({ game: game.toLowerCase(), isTeamplay: globals.teamplay !== 0, entity, setting })
  }

  /**
   * Whether no person plays it: a client that a plugin or the game made.
   *
   * @throws PlayerLeftError if the player has left.
   * @native FL_FAKECLIENT, enginefuncs_t.pfnGetPlayerAuthId
   */
  get isBot(): boolean {
    return this.#server.connections.isBot(this.#present('player.isBot'))
  }

  /**
   * Whether the player is in the game, and not still loading the map. Each map is entered anew.
   *
   * @throws PlayerLeftError if the player has left.
   */
  get hasJoined(): boolean {
    this.#present('player.hasJoined')
    return this.#server.connections.hasJoined(this.index, this.#connection)
  }

  /**
   * Sends the player away. The engine does so with the console commands of the next frame; until then the player is
   * connected.
   *
   * @param reason - What the player reads, if the engine shows it: at most 120 bytes. Double quotes, backslashes, `%` and line
   * breaks are replaced, which would end the command or the server. HLDS shows a reason in quotes if it has a semicolon in
   * it, or begins with a letter that is not ASCII.
   * @throws PlayerLeftError if the player has left.
   * @native enginefuncs_t.pfnServerCommand
   */
  kick(reason = ''): void {
    const place = 'player.kick'
    this.#present(place)
    const safe = kickReason(text(reason, place, 'reason'))
    this.#connection.kickReason = safe
    const { connections, engine } = this.#server
    engine.serverCommand(kickLine(this.userId, safe, connections.engineKind))
  }

  /**
   * Prints a text to the player's console, as a line of its own. Bots read nothing.
   *
   * @param message - At most 2,000 bytes of UTF-8; the rest is left out. It waits in a buffer of less than 4,000 bytes, and
   * a client that is sent more within a frame is dropped by the engine.
   * @throws PlayerLeftError if the player has left.
   * @native enginefuncs_t.pfnClientPrintf
   */
  print(message: string): void {
    const place = 'player.print'
    const entity = this.#present(place)
    for (const piece of consolePieces(text(message, place, 'message')))
      this.#server.engine.clientPrintf(entity, PrintType.Console, piece)
  }

  /**
   * Prints a text where the player reads the chat: the user message SayText, of which each line of the text takes one. Where
   * the game has no such message, or the player has not joined yet, it goes to the console.
   *
   * @param message - Five lines of at most 189 bytes of UTF-8; longer lines are broken, and the rest is left out.
   * @throws PlayerLeftError if the player has left.
   * @throws MetamodError with code `MESSAGE_OPEN` while another message is begun and not ended, as in `onEngine.writeByte`.
   * @native enginefuncs_t.pfnMessageBegin
   */
  printChat(message: string): void {
    const place = 'player.printChat'
    const entity = this.#present(place)
    const lines = chatLines(text(message, place, 'message'))
    if (this.isBot) return
    const { bridge, engine, scope } = this.#server
    const sayText = this.hasJoined ? bridge.userMessageId(scope.slot, 'SayText') : null
    for (const line of lines) {
      if (sayText === null) engine.clientPrintf(entity, PrintType.Chat, line)
      else this.#say(sayText.id, entity, line)
    }
  }

  /**
   * Prints a text in the middle of the player's screen for a few seconds.
   *
   * @param message - At most 900 bytes of UTF-8; the rest is left out. It may have line breaks.
   * @throws PlayerLeftError if the player has left.
   * @native enginefuncs_t.pfnClientPrintf
   */
  printCenter(message: string): void {
    const place = 'player.printCenter'
    const entity = this.#present(place)
    const shown = centerText(text(message, place, 'message'))
    this.#server.engine.clientPrintf(entity, PrintType.Center, shown)
  }

  /** What JSON shows. It never throws. */
  toJSON(): { index: number; userId: number; name: string; isConnected: boolean } {
    return { index: this.index, userId: this.userId, name: this.name, isConnected: this.isConnected }
  }

  #say(id: number, entity: Entity, line: string): void {
    const { engine } = this.#server
    engine.messageBegin(MessageDest.One, id, null, entity)
    engine.writeByte(this.index)
    engine.writeString(line)
    engine.messageEnd()
  }

  #present(place: string): Entity {
    this.#server.scope.requireLoaded(place)
    const { connections } = this.#server
    const entity = this.isConnected ? connections.entityAt(this.index) : null
    if (entity === null) throw new PlayerLeftError(place, this)
    return entity
  }
}
