/**
 * The engine's memory as JavaScript reads it: typed arrays over buffers that the bridge maps once. Reading a field this
 * way costs about a nanosecond; a call into native code costs twenty to a hundred. Engines may move their entities at a
 * map change, and {@link EngineView} has other arrays then: nobody else may keep them.
 */
import type { EngineMemory } from './bridge.js'
import { MetamodError } from './errors.js'
import { layoutOf, offsetIn, sizeOf } from './layout.js'

/**
 * Typed arrays of every width over one buffer. Generated code indexes them by byte offset shifted to the width. The fields
 * are declared only, and set once: then the optimiser takes those of a constant object for constants too.
 */
export class Arrays {
  declare readonly i8: Int8Array
  declare readonly u8: Uint8Array
  declare readonly i16: Int16Array
  declare readonly u16: Uint16Array
  declare readonly i32: Int32Array
  declare readonly u32: Uint32Array
  declare readonly f32: Float32Array
  declare readonly f64: Float64Array

  constructor(buffer: ArrayBuffer) {
    // A buffer's last bytes may not fill an element of the wider arrays; nothing is stored there.
    this.i8 = new Int8Array(buffer)
    this.u8 = new Uint8Array(buffer)
    this.i16 = new Int16Array(buffer, 0, buffer.byteLength >> 1)
    this.u16 = new Uint16Array(buffer, 0, buffer.byteLength >> 1)
    this.i32 = new Int32Array(buffer, 0, buffer.byteLength >> 2)
    this.u32 = new Uint32Array(buffer, 0, buffer.byteLength >> 2)
    this.f32 = new Float32Array(buffer, 0, buffer.byteLength >> 2)
    this.f64 = new Float64Array(buffer, 0, buffer.byteLength >> 3)
  }
}

const noMemory = new ArrayBuffer(0)
const noEngine: EngineMemory = {
  edicts: noMemory,
  edictCount: 0,
  globals: noMemory,
  edictsLow: 0,
  edictsHigh: 0,
}

/** The engine's entities and globals, and how a stored entity pointer turns into an index and back. */
export class EngineView {
  edicts = new Arrays(noMemory)
  globals = new Arrays(noMemory)
  readonly edictSize: number
  readonly wordSize: 32 | 64
  readonly #maxClientsAt: number
  #memory = noEngine

  constructor(wordSize: 32 | 64) {
    this.wordSize = wordSize
    this.edictSize = sizeOf('edict_t', wordSize)
    this.#maxClientsAt = offsetIn(layoutOf('globalvars_t', wordSize), 'maxClients')
  }

  /** How many of the first slots, after that of the world, are players'; 0 before there is an engine. */
  get maxClients(): number {
    return this.globals.i32[this.#maxClientsAt >> 2] ?? 0
  }

  get edictCount(): number {
    return this.#memory.edictCount
  }

  map(memory: EngineMemory): void {
    this.#memory = memory
    this.edicts = new Arrays(memory.edicts)
    this.globals = new Arrays(memory.globals)
  }

  /** Whether entities lie at another address than before, so that they cannot be the same ones. */
  isElsewhere({ edictsLow, edictsHigh }: EngineMemory): boolean {
    return edictsLow !== this.#memory.edictsLow || edictsHigh !== this.#memory.edictsHigh
  }

  unmap(): void {
    this.map(noEngine)
  }

  /** Throws where there is no engine whose memory could be read: before the first map, and after the server's end. */
  require(place: string): void {
    if (this.edictCount > 0) return
    throw new MetamodError(
      'NOT_IN_SERVER',
      `${place}: the server has no entities yet; wait for the serverActivate hook`,
    )
  }

  /** The index of the entity a stored `edict_t *` names; -1 for NULL and for pointers that are no entity's. */
  indexAt(arrays: Arrays, offset: number): number {
    const low = arrays.u32[offset >> 2] ?? 0
    const high = this.wordSize === 64 ? (arrays.u32[(offset >> 2) + 1] ?? 0) : 0
    if (low === 0 && high === 0) return -1
    const memory = this.#memory
    const index =
      ((high - (memory.edictsHigh >>> 0)) * 2 ** 32 + (low - (memory.edictsLow >>> 0))) / this.edictSize
    return Number.isInteger(index) && index >= 0 && index < memory.edictCount ? index : -1
  }

  /**
   * Stores an `edict_t *` into a struct in the scratch block. The address is made from an index that was checked and the
   * base the engine gave us; a number from an author never becomes a pointer.
   */
  storeIndex(arrays: Arrays, offset: number, index: number): void {
    const memory = this.#memory
    const low = (memory.edictsLow >>> 0) + index * this.edictSize
    arrays.u32[offset >> 2] = index < 0 ? 0 : low
    if (this.wordSize === 32) return
    arrays.u32[(offset >> 2) + 1] = index < 0 ? 0 : (memory.edictsHigh >>> 0) + Math.floor(low / 2 ** 32)
  }
}
