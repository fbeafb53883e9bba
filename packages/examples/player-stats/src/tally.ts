/** What players did since it was last written into the database. Counting is cheap; writing waits for a quiet moment. */
import type { Player } from '@csr/metamod-sdk'

import type { Counts, PlayerRow } from './store.js'

type Countable = Exclude<keyof Counts, 'seconds'>
type Tallied = { -readonly [Key in keyof PlayerRow]: PlayerRow[Key] }

export class Tally {
  readonly #rows = new Map<string, Tallied>()

  /** Bots all have one auth id and are not counted. */
  count(player: Player, what: Countable): void {
    if (!player.isBot) this.#of(player)[what] += 1
  }

  addSeconds(player: Player, seconds: number): void {
    if (!player.isBot) this.#of(player).seconds += seconds
  }

  /** Hands over what there is to write, and forgets it once it is written: what fails today is written tomorrow. */
  drain(write: (rows: readonly PlayerRow[]) => void): void {
    write([...this.#rows.values()])
    this.#rows.clear()
  }

  #of({ authId, name }: Player): Tallied {
    const row = this.#rows.get(authId) ?? { authId, name, kills: 0, deaths: 0, lines: 0, seconds: 0 }
    row.name = name
    this.#rows.set(authId, row)
    return row
  }
}
