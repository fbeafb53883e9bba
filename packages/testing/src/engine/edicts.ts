/**
 * The entity array: slot 0 is the world, 1..clients are the players, the rest is handed out and taken back. It is a new one
 * with each map, so that who keeps an entity over a map change is noticed.
 */
import type { EntVars } from '@csr/metamod-sdk'
import { Arrays, layoutOf, offsetIn } from '@csr/metamod-sdk/host'

import type { Engine } from './engine.js'
import { edictSize, mostEntities, wordSize } from './entity-addresses.js'
import { viewClass, type Raw, type RawView } from './raw-view.js'

export type Vars = Raw<EntVars>

// A slot rests before it is used again, so that clients do not see the old entity glide into the new one.
const restSeconds = 0.5
const startupSeconds = 2

const edictLayout = layoutOf('edict_t', wordSize)
const serialAt = offsetIn(edictLayout, 'serialNumber') >> 2
const freeTimeAt = offsetIn(edictLayout, 'freeTime') >> 2
const varsAt = offsetIn(edictLayout, 'vars')
const edictWords = edictSize >> 2

export class Edicts {
  readonly #engine: Engine
  readonly #Vars = viewClass('entvars_t')
  #arrays = new Arrays(new ArrayBuffer(0))
  #vars: (RawView & Vars)[] = []
  #privateData: unknown[] = []
  #clients = 0
  #count = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }

  get clients(): number {
    return this.#clients
  }

  /** Highest slot in use, plus one. */
  get count(): number {
    return this.#count
  }

  get buffer(): ArrayBuffer {
    return this.#arrays.u8.buffer as ArrayBuffer
  }

  get arrays(): Arrays {
    return this.#arrays
  }

  get isAllocated(): boolean {
    return this.#vars.length > 0 || this.#count > 0
  }

  /** A fresh array elsewhere; private data of the old one is freed first. */
  allocate(clients: number): void {
    this.release()
    this.#engine.addresses.move()
    this.#arrays = new Arrays(new ArrayBuffer(edictSize * mostEntities))
    this.#clients = clients
    this.#count = clients + 1
    for (let index = clients + 1; index < mostEntities; index += 1) this.#arrays.i32[index * edictWords] = 1
    for (let index = 0; index <= clients; index += 1) this.prepare(index)
  }

  release(): void {
    for (let index = 0; index < this.#count; index += 1) this.freePrivate(index)
    this.#vars = []
    this.#privateData = []
    this.#count = 0
  }

  /** Whether the index is that of an entity that is in use. */
  has(index: number): boolean {
    return index >= 0 && index < mostEntities && this.#count > 0 && !this.isFree(index)
  }

  isFree(index: number): boolean {
    return this.#arrays.i32[index * edictWords] !== 0
  }

  /** The variables of an entity. Good until the map ends. */
  vars(index: number): Vars {
    return (this.#vars[index] ??= new this.#Vars(
      this.#arrays,
      index * edictSize + varsAt,
      this.#engine.addresses,
    ) as RawView & Vars)
  }

  privateData(index: number): unknown {
    return this.#privateData[index] ?? null
  }

  setPrivate(index: number, data: unknown): void {
    this.freePrivate(index)
    this.#privateData[index] = data
  }

  /** Puts something else in the place of the private data, which stay the same for the engine. */
  exchangePrivate(index: number, data: unknown): void {
    this.#privateData[index] = data
  }

  freePrivate(index: number): void {
    if (this.privateData(index) === null) return
    this.#engine.dll.onFreeEntPrivateData(index)
    this.#privateData[index] = null
  }

  /** A slot above the clients; -1 if all are taken. */
  take(): number {
    const now = this.#engine.globals.time
    for (let index = this.#clients + 1; index < mostEntities; index += 1) {
      const freed = this.#arrays.f32[index * edictWords + freeTimeAt] ?? 0
      const isRested = freed < startupSeconds || now - freed > restSeconds
      if (!this.isFree(index) || (index < this.#count && !isRested)) continue
      if (index >= this.#count) this.#count = index + 1
      this.prepare(index)
      return index
    }
    return -1
  }

  /** The serial number grows, so that handles to the old entity are known as stale. */
  free(index: number): void {
    if (this.isFree(index)) return
    this.freePrivate(index)
    this.bumpSerial(index)
    this.#clear(index)
    this.#arrays.i32[index * edictWords] = 1
    this.#arrays.f32[index * edictWords + freeTimeAt] = this.#engine.globals.time
  }

  bumpSerial(index: number): void {
    const at = index * edictWords + serialAt
    this.#arrays.i32[at] = (this.#arrays.i32[at] ?? 0) + 1
  }

  prepare(index: number): void {
    this.#arrays.i32[index * edictWords] = 0
    this.#clear(index)
    this.vars(index).containingEntity = index
  }

  #clear(index: number): void {
    const start = index * edictSize
    this.#arrays.u8.fill(0, start + varsAt, start + edictSize)
  }
}
