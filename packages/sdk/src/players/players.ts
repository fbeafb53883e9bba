/** `plugin.players`: who is on the server. */
import { text, wholeNumber } from '../raw/checks.js'
import { Entity } from '../raw/entity.js'
import { wrongType } from '../raw/errors.js'
import { findPlayer } from './find-player.js'
import { Player } from './player.js'
import type { PlayerServer } from './player.js'

/** No engine has more. */
const mostClients = 32

/**
 * The players on the server: all who were given a slot, persons and bots, whether they have entered the game yet or not. It
 * is no list but looks each time it is asked, so keep a player and not a place in it.
 *
 * ```ts
 * for (const player of plugin.players) player.printChat(`Hello ${player.name}`)
 * ```
 */
export class Players {
  readonly #server: PlayerServer
  /** The player of each slot, kept when it is free for a moment: between two maps no engine knows its clients. */
  readonly #slots: (Player | undefined)[] = []

  /** @internal Made with the plugin. */
  constructor(server: PlayerServer) {
    this.#server = server
  }

  /** All players, in the order of their slots; none before the first map. */
  get all(): Player[] {
    const { maxClients } = this.#server.connections
    return Array.from({ length: maxClients }, (_, slot) => this.#in(slot + 1)).filter(
      (player) => player !== null,
    )
  }

  /** How many players there are. */
  get count(): number {
    return this.all.length
  }

  /** Goes through all players, in the order of their slots. Who comes or leaves meanwhile changes nothing. */
  [Symbol.iterator](): IterableIterator<Player> {
    return this.all[Symbol.iterator]()
  }

  /**
   * The player in a slot; null when the slot is free.
   *
   * @param index - 1..maxClients.
   * @throws RangeError for a number that is no slot.
   * @native enginefuncs_t.pfnPEntityOfEntIndex
   */
  at(index: number): Player | null {
    const { maxClients } = this.#server.connections
    return this.#in(wholeNumber(index, 1, maxClients || mostClients, 'players.at', 'index'))
  }

  /**
   * The player with a user id, which `status` shows; null when there is none.
   *
   * @throws RangeError for what is no whole number of 0 or more.
   * @native enginefuncs_t.pfnGetPlayerUserId
   */
  byUserId(userId: number): Player | null {
    wholeNumber(userId, 0, 2 ** 31 - 1, 'players.byUserId', 'userId')
    return this.all.find((player) => player.userId === userId) ?? null
  }

  /**
   * The player with an auth id, such as `STEAM_0:1:1234`, without regard to case; null when there is none, or when several
   * have it, as all bots do.
   *
   * @native enginefuncs_t.pfnGetPlayerAuthId
   */
  byAuthId(authId: string): Player | null {
    const key = text(authId, 'players.byAuthId', 'authId').toLowerCase()
    const [first, second] = this.all.filter((player) => player.authId.toLowerCase() === key)
    return second === undefined ? (first ?? null) : null
  }

  /**
   * The player whom somebody means who types this: `#7` for a user id, an auth id, a name, or part of a name, tried in this
   * order and without regard to case.
   *
   * ```ts
   * plugin.players.find('ann').printChat('Here you are')
   * ```
   *
   * @throws PlayerNotFoundError that names whom the text fits, or who is there if it fits nobody.
   */
  find(wanted: string): Player {
    return findPlayer(this.all, text(wanted, 'players.find', 'text').trim(), 'players.find')
  }

  /**
   * The player an entity belongs to; null when it is no player, or a stale one.
   *
   * @native enginefuncs_t.pfnIndexOfEdict
   */
  of(entity: Entity): Player | null {
    if (!(entity instanceof Entity)) throw wrongType('players.of', 'entity', 'an Entity', entity)
    return entity.isPlayer && entity.isValid ? this.#in(entity.index) : null
  }

  #in(index: number): Player | null {
    const userId = this.#server.connections.userIdAt(index)
    if (userId === 0) return null
    const known = this.#slots[index]
    if (known?.userId === userId) return known
    const connection = this.#server.connections.of(index, userId)
    return (this.#slots[index] = new Player(this.#server, index, connection))
  }
}
