/**
 * Entities as TypeScript holds them: a slot in the engine's array together with the serial number the slot had when the
 * handle was made. The engine reuses slots; a handle whose serial number no longer fits throws instead of quietly
 * meaning another entity.
 */
import { noSerial } from './entity-vars.js'
import type { EntityVars } from './entity-vars.js'
import { StaleEntityError, wrongType } from './errors.js'
import type { EntVars } from './generated/structs.js'
import type { EngineView } from './memory.js'

/** Byte offsets of the fields of `edict_t` that tell whether a handle still means what it meant. */
interface EdictOffsets {
  readonly free: number
  readonly serialNumber: number
  readonly vars: number
}

/** Stands between a view and memory that may be freed: called before every read and every write. */
export interface Guard {
  check(place: string): void
  touch(place: string): void
}

/**
 * The test that makes a handle go stale; one for each {@link Entity}. The serial number alone tells of reuse: ED_Free in
 * ReHLDS and SV_FreeEdict in Xash3D count it up. The free flag tells of handles that were made for a slot while it was free.
 */
class EdictGuard implements Guard {
  readonly #view: EngineView
  readonly #freeAt: number
  readonly #serialAt: number
  readonly index: number
  serial: number

  constructor(view: EngineView, offset: number, offsets: EdictOffsets, index: number) {
    this.#view = view
    this.#freeAt = (offset + offsets.free) >> 2
    this.#serialAt = (offset + offsets.serialNumber) >> 2
    this.index = index
    this.serial = view.edicts.i32[this.#serialAt] ?? noSerial
  }

  get isValid(): boolean {
    const words = this.#view.edicts.i32
    return words[this.#serialAt] === this.serial && words[this.#freeAt] === 0
  }

  get maxClients(): number {
    return this.#view.maxClients
  }

  check(place: string): void {
    if (!this.isValid) throw new StaleEntityError(place, this.index)
  }

  touch(place: string): void {
    this.check(place)
  }
}

let guardOf: (entity: Entity) => EdictGuard

/**
 * An entity of the game: the world, a player, a door, a weapon. Get one from an event, from an engine call or with
 * `plugin.entity(index)`; the same entity is always the same object, so `===` compares entities.
 *
 * A handle goes stale when the engine frees the entity or ends the map. Keep one across frames or an `await` only
 * together with a test of {@link Entity.isValid}.
 *
 * @native edict_t
 */
export class Entity {
  static {
    guardOf = (entity) => entity.#guard
  }

  /**
   * The slot in the engine's array: 0 is the world, 1..maxClients are the players.
   *
   * @native enginefuncs_t.pfnIndexOfEdict
   */
  readonly index: number
  /**
   * How often the slot was reused before this entity got it.
   *
   * @native edict_t.serialnumber
   */
  readonly serial: number
  /**
   * The variables that engine and game DLL share, read from the engine's own memory.
   *
   * @throws StaleEntityError on access to a field after the entity was freed.
   * @native edict_t.v
   */
  readonly vars: EntVars
  readonly #guard: EdictGuard

  /** @internal Entities are made by {@link EntityTable}; a constructor call of an author's could only be a mistake. */
  constructor(guard: unknown, vars: EntVars) {
    if (!(guard instanceof EdictGuard))
      throw wrongType('Entity', 'guard', 'made by plugin.entity(index)', guard)
    this.index = guard.index
    this.serial = guard.serial
    this.vars = vars
    this.#guard = guard
  }

  /** Whether the handle still means the entity it was made for. */
  get isValid(): boolean {
    return this.#guard.isValid
  }

  /** Whether the slot is one of the players', connected or not. */
  get isPlayer(): boolean {
    return this.index >= 1 && this.index <= this.#guard.maxClients
  }

  /** What `console.log` and JSON show. */
  toJSON(): { index: number; serial: number; className: string | null } {
    return { index: this.index, serial: this.serial, className: this.isValid ? this.vars.className : null }
  }
}

/** Gives each slot of the engine's array its one current {@link Entity}. */
export class EntityTable {
  readonly #view: EngineView
  readonly #offsets: EdictOffsets
  readonly #vars: EntityVars
  #cache: (Entity | undefined)[] = []

  constructor(view: EngineView, offsets: EdictOffsets, vars: EntityVars) {
    this.#view = view
    this.#offsets = offsets
    this.#vars = vars
  }

  /** The entity in a slot, also when the slot is free just now; null for a number that is no slot. */
  at(index: number): Entity | null {
    if (index < 0) return null
    const cached = this.#cache[index]
    const serial = this.#view.edicts.i32[(index * this.#view.edictSize + this.#offsets.serialNumber) >> 2]
    if (cached !== undefined && cached.serial === serial) return cached
    if (index >= this.#view.edictCount) return null
    if (cached !== undefined) this.#expire(cached)
    return (this.#cache[index] = this.#make(index))
  }

  /** Makes every handle stale. For a map change: the next map starts its serial numbers anew in the same slots. */
  expireAll(): void {
    for (const entity of this.#cache) if (entity !== undefined) this.#expire(entity)
    this.#cache = []
  }

  /**
   * Makes a handle stale for good. Every handle that leaves the cache must be, because its serial number may come again in
   * a later map.
   */
  #expire(entity: Entity): void {
    guardOf(entity).serial = noSerial
    this.#vars.expire(entity.vars)
  }

  #make(index: number): Entity {
    const offset = index * this.#view.edictSize
    const guard = new EdictGuard(this.#view, offset, this.#offsets, index)
    return new Entity(guard, this.#vars.make(offset + this.#offsets.vars, guard))
  }
}

function checkCurrent(entity: Entity, place: string, what: string): void {
  if (!entity.isValid) throw new StaleEntityError(place, entity.index, what)
}

/** The index of an entity that a call is given; throws when it is none, or a stale one. */
export function indexOfEntity(value: unknown, place: string, what: string): number {
  if (!(value instanceof Entity)) throw wrongType(place, what, 'an Entity', value)
  checkCurrent(value, place, what)
  return value.index
}

/** Like {@link indexOfEntity}, where null is allowed; it is written as -1. */
export function indexOfEntityOrNull(value: unknown, place: string, what: string): number {
  if (value === null) return -1
  if (!(value instanceof Entity)) throw wrongType(place, what, 'an Entity or null', value)
  checkCurrent(value, place, what)
  return value.index
}
