/** A vote for the next map: who has voted for what, and which map is ahead. It knows nothing of the game. */

export class MapVote {
  readonly maps: readonly string[]
  readonly #votes = new Map<number, string>()

  constructor(maps: readonly string[]) {
    this.maps = [...new Set(maps)]
  }

  /**
   * Takes a vote, in place of one that the voter gave before.
   *
   * @param voter - The player's user id.
   * @param choice - The number of the map, from 1.
   * @returns the map; null where there is none of that number.
   */
  cast(voter: number, choice: number): string | null {
    const map = this.maps[choice - 1] ?? null
    if (map !== null) this.#votes.set(voter, map)
    return map
  }

  /** Forgets the vote of somebody who left. */
  withdraw(voter: number): void {
    this.#votes.delete(voter)
  }

  /** How many are for a map. */
  votesFor(map: string): number {
    return [...this.#votes.values()].filter((vote) => vote === map).length
  }

  /** The map with most votes, the one that was named first among equals; null while nobody has voted. */
  get leader(): string | null {
    const most = Math.max(...this.maps.map((map) => this.votesFor(map)))
    return most > 0 ? (this.maps.find((map) => this.votesFor(map) === most) ?? null) : null
  }
}
