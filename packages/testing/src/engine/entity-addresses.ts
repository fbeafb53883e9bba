/**
 * Entities lie in an array, and structs name them by address. There is no real address here, but plugins' code reads and
 * writes the words of structs, so the array gets one; another with every map, as engines may do it.
 */
import { sizeOf, type Arrays } from '@csr/metamod-sdk/host'

const high = 0x7f12
const wordRange = 2 ** 32
const distance = 0x100000

export const wordSize = 64
export const edictSize = sizeOf('edict_t', wordSize)
/** How many entities a server has room for. */
export const mostEntities = 1024

export class EntityAddresses {
  readonly high = high
  low = 0x1000

  /** The array lies somewhere else from now on. */
  move(): void {
    this.low += distance
  }

  /** The index of the entity a stored address names; -1 for NULL and for what is no entity's address. */
  indexAt(arrays: Arrays, at: number): number {
    const low = arrays.u32[at >> 2] ?? 0
    const index = (((arrays.u32[(at >> 2) + 1] ?? 0) - high) * wordRange + low - this.low) / edictSize
    return Number.isInteger(index) && index >= 0 && index < mostEntities ? index : -1
  }

  isNull(arrays: Arrays, at: number): boolean {
    return arrays.u32[at >> 2] === 0 && arrays.u32[(at >> 2) + 1] === 0
  }

  /** @param index - -1 for NULL. */
  storeIndex(arrays: Arrays, at: number, index: number): void {
    arrays.u32[at >> 2] = index < 0 ? 0 : this.low + index * edictSize
    arrays.u32[(at >> 2) + 1] = index < 0 ? 0 : high
  }
}
