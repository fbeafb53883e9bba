/** Map votes in the game: an admin starts one, players vote by chat, and after a while the map changes. */
import type { Player, Plugin, Undo } from '@csr/metamod-sdk'

import { MapVote } from './map-vote.js'

/** In seconds: how long the result stands in the chat before the map changes. */
const pause = 3

export class Voting {
  readonly #plugin: Plugin
  readonly #seconds: () => number
  #vote: MapVote | null = null
  #timer: Undo | null = null

  /** @param seconds - How long a vote lasts. */
  constructor(plugin: Plugin, seconds: () => number) {
    this.#plugin = plugin
    this.#seconds = seconds
    plugin.events.on('playerLeave', ({ player }) => this.#vote?.withdraw(player.userId))
    plugin.events.on('mapEnd', () => this.cancel())
  }

  /** @returns why no vote can be held; null if one has begun. */
  start(maps: readonly string[]): string | null {
    if (this.#vote !== null) return 'there is a vote already'
    const unknown = maps.find((map) => !this.#plugin.engine.isMapValid(map))
    if (unknown !== undefined) return `the server has no map '${unknown}'`
    const vote = new MapVote(maps)
    if (vote.maps.length < 2) return 'name at least two maps'
    this.#vote = vote
    this.#timer = this.#plugin.after(this.#seconds(), () => this.#end(vote), { untilMapEnd: true })
    this.#say(
      `Vote for the next map: ${vote.maps.map((map, i) => `${i + 1}. ${map}`).join(', ')}. Say !vote NUMBER`,
    )
    return null
  }

  /** @returns what to tell the voter. */
  cast(voter: Player, choice: number): string {
    if (this.#vote === null) return 'There is no vote now'
    const map = this.#vote.cast(voter.userId, choice)
    return map === null ? `Say a number from 1 to ${this.#vote.maps.length}` : `You voted for ${map}`
  }

  /** @returns whether there was a vote. */
  cancel(): boolean {
    const wasOn = this.#vote !== null
    this.#timer?.()
    this.#vote = null
    return wasOn
  }

  #end(vote: MapVote): void {
    this.#vote = null
    const { leader } = vote
    if (leader === null) {
      this.#say('Nobody voted; the map stays')
      return
    }
    this.#say(`${leader} has won with ${vote.votesFor(leader)} of ${this.#plugin.players.count} votes`)
    this.#plugin.after(pause, () => this.#plugin.engine.serverCommand(`changelevel ${leader}\n`), {
      untilMapEnd: true,
    })
  }

  #say(text: string): void {
    for (const player of this.#plugin.players) player.printChat(text)
    this.#plugin.log(text)
  }
}
