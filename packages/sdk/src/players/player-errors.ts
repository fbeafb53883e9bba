/** What goes wrong with players: one who left, and a name that fits nobody or several. */
import { MetamodError } from '../raw/errors.js'
import type { Player } from './player.js'

/** Thrown when a player is used who left the server since. */
export class PlayerLeftError extends MetamodError {
  /** Who left. Its `index`, `userId` and `name` can still be read. */
  readonly player: Player

  constructor(place: string, player: Player) {
    const who = `${player.name} (#${player.userId})`
    super('PLAYER_LEFT', `${place}: ${who} has left; test player.isConnected after each await`)
    this.player = player
  }
}

/** Thrown by `plugin.players.find(text)` when the text fits nobody, or more than one player. */
export class PlayerNotFoundError extends MetamodError {
  /** Those whom the text fits; empty if it fits nobody. */
  readonly candidates: readonly Player[]

  constructor(message: string, candidates: readonly Player[]) {
    super('PLAYER_NOT_FOUND', message)
    this.candidates = candidates
  }
}
