/**
 * Structs that are parameters: copied into the frame by the bridge, behind a word that says whether the pointer was there.
 * A listener sees a live view, and what it writes is copied back to C; a caller gives and gets plain objects.
 */
import type { Bridge } from './bridge.js'
import { record } from './checks.js'
import type { CompiledStruct } from './compile-view.js'
import type { Guard } from './entity.js'
import { expired } from './errors.js'
import { FrameOffset, structPrefix } from './frame.js'
import type { ParamRow } from './generated/rows.js'
import type { Arrays } from './memory.js'

/** Guards a view of a parameter: good as long as the frame lives, and noting for the bridge what was written. */
export class FrameGuard implements Guard {
  readonly #scratch: Arrays
  readonly #serial: number
  readonly base: number
  readonly parameter: number

  constructor(scratch: Arrays, base: number, parameter: number) {
    this.#scratch = scratch
    this.#serial = scratch.i32[(base + FrameOffset.serial) >> 2] ?? 0
    this.base = base
    this.parameter = parameter
  }

  check(place: string): void {
    if (this.#scratch.i32[(this.base + FrameOffset.serial) >> 2] !== this.#serial) expired(place)
  }

  touch(place: string): void {
    this.check(place)
    const at = (this.base + FrameOffset.dirty) >> 2
    this.#scratch.i32[at] = (this.#scratch.i32[at] ?? 0) | (1 << this.parameter)
  }
}

/** One struct parameter of one function. */
export class StructParameter {
  readonly #scratch: Arrays
  readonly #struct: CompiledStruct
  readonly #row: ParamRow
  readonly #index: number

  constructor(scratch: Arrays, struct: CompiledStruct, row: ParamRow, index: number) {
    this.#scratch = scratch
    this.#struct = struct
    this.#row = row
    this.#index = index
  }

  /** The parameter as a listener sees it; null where C passed NULL. */
  view(base: number): object | null {
    if (this.#scratch.i32[(base + this.#row.at) >> 2] === 0) return null
    return this.#each(base, (at, guard) => new this.#struct.View(this.#scratch, at, guard))
  }

  /** What a call left in the struct. */
  copy(base: number): object {
    return this.#each(base, (at, guard) => this.#struct.read(this.#scratch, at, guard))
  }

  /** Puts what a caller gave into the frame. */
  store(base: number, given: unknown, place: string): void {
    this.#scratch.i32[(base + this.#row.at) >> 2] = 1
    const value = record(given, place, this.#row.name)
    this.#each(base, (at, guard) => this.#struct.write(this.#scratch, at, value, place, guard))
  }

  #each<Item>(base: number, visit: (at: number, guard: FrameGuard) => Item): Item | Item[] {
    const guard = new FrameGuard(this.#scratch, base, this.#index)
    const first = base + this.#row.at + structPrefix
    const { count } = this.#row
    if (count === undefined || count === 1) return visit(first, guard)
    return Array.from({ length: count }, (_, i) => visit(first + i * this.#struct.size, guard))
  }
}

/** Reads a text field of a struct parameter; a struct elsewhere has none that we could reach. */
export function structText(bridge: Bridge, guard: Guard | null, offset: number): string {
  if (!(guard instanceof FrameGuard)) return ''
  return bridge.structText(guard.base, guard.parameter, offset) ?? ''
}

/** Writes a text field of a struct parameter. */
export function setStructText(bridge: Bridge, guard: Guard | null, offset: number, text: string): void {
  if (guard instanceof FrameGuard) bridge.setStructText(guard.base, guard.parameter, offset, text)
}
