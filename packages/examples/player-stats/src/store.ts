/** The database: one row a player. SQLite as WebAssembly, which runs on every architecture that Node does. */
import { existsSync } from 'node:fs'

import { Database } from 'node-sqlite3-wasm'

/** What is counted, each from 0. */
export interface Counts {
  readonly kills: number
  readonly deaths: number
  readonly lines: number
  readonly seconds: number
}

/** A player's row. */
export interface PlayerRow extends Counts {
  readonly authId: string
  readonly name: string
}

/** How long to wait for another server that writes into the same file. The game waits with us. */
const patienceMs = 250

const schema = `CREATE TABLE IF NOT EXISTS players (
  auth_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kills INTEGER NOT NULL DEFAULT 0,
  deaths INTEGER NOT NULL DEFAULT 0,
  lines INTEGER NOT NULL DEFAULT 0,
  seconds REAL NOT NULL DEFAULT 0
)`

const columns = 'auth_id AS authId, name, kills, deaths, lines, seconds'

const upsert = `INSERT INTO players (auth_id, name, kills, deaths, lines, seconds) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (auth_id) DO UPDATE SET
    name = excluded.name,
    kills = kills + excluded.kills,
    deaths = deaths + excluded.deaths,
    lines = lines + excluded.lines,
    seconds = seconds + excluded.seconds`

/** The package says by a folder beside the file that somebody writes; who crashes meanwhile leaves it there. */
const whyLocked = (file: string): string =>
  `${file} is in use; if no server has it, one crashed while it wrote: remove ${file}.lock`

export class Store {
  readonly #database: Database

  /** @param file - Is made if it is not there; `:memory:` for none. */
  constructor(file: string) {
    this.#database = new Database(file)
    try {
      this.#database.exec(`PRAGMA busy_timeout = ${patienceMs}`)
      this.#database.exec(schema)
    } catch (error) {
      this.#database.close()
      throw existsSync(`${file}.lock`) ? new Error(whyLocked(file), { cause: error }) : error
    }
  }

  /** Adds to what players have, all of them or none: a server that ends in between has lost nothing before. */
  add(rows: readonly PlayerRow[]): void {
    if (rows.length === 0) return
    this.#database.exec('BEGIN')
    try {
      for (const { authId, name, kills, deaths, lines, seconds } of rows)
        this.#database.run(upsert, [authId, name, kills, deaths, lines, seconds])
      this.#database.exec('COMMIT')
    } catch (error) {
      // With the disk full SQLite has done that by itself.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** A player's row; null for one who was never counted. */
  of(authId: string): PlayerRow | null {
    const row = this.#database.get(`SELECT ${columns} FROM players WHERE auth_id = ?`, [authId])
    return row as unknown as PlayerRow | null
  }

  /** Those with the most kills, the best first. */
  top(count: number): PlayerRow[] {
    const order = 'ORDER BY kills DESC, deaths, name LIMIT ?'
    return this.#database.all(`SELECT ${columns} FROM players ${order}`, [count]) as unknown as PlayerRow[]
  }

  /** How many players have more kills than this one, plus one; null for one who was never counted. */
  rankOf(authId: string): number | null {
    const own = this.of(authId)
    if (own === null) return null
    const row = this.#database.get('SELECT COUNT(*) AS better FROM players WHERE kills > ?', [own.kills])
    return Number(row?.['better'] ?? 0) + 1
  }

  close(): void {
    this.#database.close()
  }
}
