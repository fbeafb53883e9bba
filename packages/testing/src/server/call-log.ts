/** Which functions of the game DLL or the engine were called, and with what. */
import { nearestNames, rows, type FunctionRow, type ParamRow } from '@csr/metamod-sdk/host'

/** How many calls of a function are remembered with their arguments. */
const mostRemembered = 1000

/** The arguments of a call by their names: an entity as its index (null for none), structs left out. */
export type CallArguments = Readonly<Record<string, unknown>>

export class CallLog<Name extends string = string> {
  readonly #place: string
  readonly #rows: readonly FunctionRow[]
  readonly #text: (handle: number) => string
  /** Both by the function's number. */
  readonly #counts = new Uint32Array(rows.length)
  readonly #calls: (readonly unknown[])[][] = rows.map(() => [])

  /**
   * @param isOfTable - Tells which functions are meant.
   * @param text - Looks a text of the string pool up.
   */
  constructor(place: string, isOfTable: (row: FunctionRow) => boolean, text: (handle: number) => string) {
    this.#place = place
    this.#rows = rows.filter(isOfTable)
    this.#text = text
  }

  /** @internal */
  record(id: number, args: readonly unknown[]): void {
    this.#counts[id] = (this.#counts[id] ?? 0) + 1
    const calls = this.#calls[id]
    if (calls === undefined) return
    calls.push(args)
    // Now and then, rather than at every call: that would move all of them each time.
    if (calls.length === 2 * mostRemembered) calls.splice(0, mostRemembered)
  }

  /**
   * How often a function was really called. A call that a plugin superceded does not count.
   *
   * @throws RangeError for a name that no function has.
   */
  calls(name: Name): number {
    return this.#counts[this.#idOf(name)] ?? 0
  }

  /**
   * The arguments of the last 1,000 calls of a function, oldest first. What a function answers through a parameter, such as
   * `rejectReason`, is there as it was left.
   *
   * @throws RangeError for a name that no function has.
   */
  callsOf(name: Name): readonly CallArguments[] {
    const id = this.#idOf(name)
    const params = rows[id]?.params ?? []
    return (this.#calls[id] ?? [])
      .slice(-mostRemembered)
      .map((args) => Object.fromEntries(params.flatMap((param, index) => this.#named(param, args[index]))))
  }

  #idOf(name: string): number {
    const row = this.#rows.find((candidate) => candidate.name === name)
    if (row !== undefined) return row.id
    const nearest = nearestNames(
      name,
      this.#rows.map((candidate) => candidate.name),
    )
    const cure = nearest.length === 0 ? 'see its list of functions' : `did you mean ${nearest.join(', ')}?`
    throw new RangeError(`${this.#place}: there is no function ${name}; ${cure}`)
  }

  #named({ kind, name }: ParamRow, value: unknown): [string, unknown][] {
    if (kind === 'struct' || kind === 'mapped' || kind === 'pointer' || kind === 'callback') return []
    if (kind === 'edict' || kind === 'entvars') return [[name, value === -1 ? null : value]]
    if (kind === 'stringT') return [[name, this.#text(value as number)]]
    const isCell = typeof value === 'object' && value !== null && 'value' in value
    return [[name, isCell ? value.value : value]]
  }
}
