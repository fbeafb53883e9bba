/**
 * Who is in the players' slots, and what of it no engine tells later. One table serves all plugins of a server, so what one
 * plugin's hook was told, such as an address, is known to those that were loaded later.
 *
 * A connection is known by its slot and user id. Engines count user ids up for as long as they run, whereas the entity of a
 * slot keeps its serial number when another client takes the slot.
 */
import type { Calls } from '../call-table.js'
import type { Entity } from '../raw/entity.js'
import { EntityFlag } from '../raw/generated/enums.js'
import type { Pointer } from '../raw/pointer.js'
import type { Runtime } from '../raw/runtime.js'
import { engineKind } from './engine-kind.js'
import type { EngineKind } from './engine-kind.js'

/** What is remembered of a connection. */
export interface Connection {
  readonly userId: number
  /** As it was when last read: what is said of players who have left. */
  name: string
  /** Null until a plugin's clientConnect hook was told. */
  address: string | null
  /** Whether the client is in the game; null where nobody was told, and the entity has to tell. */
  hasJoined: boolean | null
  /** Why `player.kick` sends it away; null while nobody does. */
  kickReason: string | null
  /** The team of the game's last TeamInfo message; null until one was seen. */
  team: string | null
}

/** As the engines have them. */
const authIdsOfBots = ['BOT', 'ID_BOT']

export class Connections {
  readonly #runtime: Runtime
  readonly #engine: Calls['engine']
  readonly #slots: (Connection | undefined)[] = []
  /** Addresses of clients whom the engine gave no user id yet when it named them, by slot. */
  readonly #early = new Map<number, string>()
  /** Where each client's settings lie. Engines keep them in one place for as long as a map runs. */
  #settings: (Pointer<'infoBuffer'> | null | undefined)[] = []
  /** Whether this engine has been seen to give no number for a free slot. */
  #tellsFree = false
  /** The game time at which a slot was last seen to be taken. */
  #seenAt: (number | undefined)[] = []
  /** The game time at which the client of a slot was last dropped. */
  #leftAt: (number | undefined)[] = []
  /** The slots of clients that the game has put into the game, and that the engine sends nothing of it yet. */
  readonly #beginning = new Set<number>()
  #kind: EngineKind | undefined

  constructor(runtime: Runtime, engine: Calls['engine']) {
    this.#runtime = runtime
    this.#engine = engine
  }

  /** Asked when there are players, so when the engine has its variables. */
  get engineKind(): EngineKind {
    return (this.#kind ??= engineKind(this.#engine))
  }

  /** How many slots there are; 0 before the first map. */
  get maxClients(): number {
    return this.#runtime.engine.maxClients
  }

  /** The entity in a player's slot; null before the first map. */
  entityAt(index: number): Entity | null {
    const entity = this.#runtime.entities.at(index)
    return entity?.isValid === true ? entity : null
  }

  /** The user id of the client in a slot; 0 when there is none. */
  userIdAt(index: number): number {
    const entity = this.entityAt(index)
    if (entity === null) return 0
    const userId = this.#engine.getPlayerUserId(entity)
    // HLDS has no number for anybody while it loads a map, and afterwards those of clients who are gone as well.
    if (userId < 0 && this.engineKind === 'other') this.#tellsFree = true
    return userId > 0 && (this.#tellsFree || this.#isTaken(entity)) ? userId : 0
  }

  /**
   * Xash and HLDS leave the number of the last client in a slot that is free, but empty its settings, as all engines do.
   * That costs a hundred times what the number does, so it is asked once a frame.
   */
  #isTaken(entity: Entity): boolean {
    const { index } = entity
    const { time } = this.#runtime.globals
    if (this.#seenAt[index] === time && this.#leftAt[index] !== time) return true
    const isTaken = this.setting(entity, 'name') !== ''
    this.#seenAt[index] = isTaken ? time : undefined
    return isTaken
  }

  /** Whether a client is still the one that it was. */
  isThere(index: number, userId: number): boolean {
    return this.userIdAt(index) === userId
  }

  /** What is remembered of a connection. */
  of(index: number, userId: number): Connection {
    const known = this.#slots[index]
    if (known?.userId === userId) return known
    const address = this.#early.get(index) ?? null
    this.#early.delete(index)
    const entity = this.entityAt(index)
    const name = entity === null ? '' : this.setting(entity, 'name')
    const fresh = { userId, name, address, hasJoined: null, kickReason: null, team: null }
    return (this.#slots[index] = fresh)
  }

  /** The game has let a client in, which is loading the map now. */
  accepted(index: number, address: string): void {
    const userId = this.userIdAt(index)
    if (userId === 0) {
      this.#early.set(index, address)
      return
    }
    const connection = this.of(index, userId)
    connection.address = address
    connection.hasJoined = false
  }

  /**
   * The game has put the client into the game. Engines still lose what it is sent: HLDS empties its buffer right after, and
   * Xash drops user messages until the client says that it has the map up, of which only the engine hears. There, it has
   * joined once {@link began} is told.
   */
  joined(index: number): void {
    const userId = this.userIdAt(index)
    if (userId === 0) return
    const connection = this.of(index, userId)
    connection.hasJoined = this.engineKind === 'other'
    if (connection.hasJoined) this.#beginning.delete(index)
    else this.#beginning.add(index)
  }

  /** Whether the engine is still to be heard of a client whom the game has put into the game; of any, without an index. */
  isBeginning(index?: number): boolean {
    return index === undefined ? this.#beginning.size > 0 : this.#beginning.has(index)
  }

  /** The engine sends the client what goes on in the game. */
  began(index: number): void {
    if (!this.#beginning.delete(index)) return
    const userId = this.userIdAt(index)
    if (userId > 0) this.of(index, userId).hasJoined = true
  }

  /** The game was told that a client leaves. */
  left(index: number): void {
    this.#beginning.delete(index)
    this.#leftAt[index] = this.#runtime.globals.time
  }

  /** The game has told the clients of a player's team. */
  changedTeam(index: number, team: string): void {
    const userId = this.userIdAt(index)
    if (userId > 0) this.of(index, userId).team = team
  }

  /** Nothing that was told counts any more: the map has ended. */
  doubt(): void {
    this.#settings = []
    this.#seenAt = []
    this.#leftAt = []
    this.#beginning.clear()
    for (const connection of this.#slots) if (connection !== undefined) connection.hasJoined = null
  }

  /** Whether the client in a slot is in the game, and not still loading the map. */
  hasJoined(index: number, connection: Connection): boolean {
    const entity = this.entityAt(index)
    if (entity === null) return false
    // Plugins that make bots put them into the game past all hooks.
    if (connection.hasJoined !== null && !this.isBot(entity)) return connection.hasJoined
    // The engine clears the entity at the start of a map, and the game gives it its class when the client enters.
    return entity.vars.className !== ''
  }

  /** Whether the client in a slot is no person's. */
  isBot(entity: Entity): boolean {
    // Half-Life's games clear a bot's flag when they put it into the game, and HLDS and Xash leave it to the person who gets
    // the slot next, until that one has joined. The auth id is the engine's own word.
    const authId = this.#engine.getPlayerAuthId(entity)
    if (authId !== '') return authIdsOfBots.includes(authId)
    return (entity.vars.flags & EntityFlag.FakeClient) !== 0
  }

  /** A key of a client's settings, such as `name`; empty if it has none. */
  setting(entity: Entity, key: string): string {
    const known = this.#settings[entity.index]
    const settings = known === undefined ? this.#engine.getInfoKeyBuffer(entity) : known
    this.#settings[entity.index] = settings
    return settings === null ? '' : this.#engine.infoKeyValue(settings, key)
  }
}
