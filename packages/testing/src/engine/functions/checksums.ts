/** CRC-32 with the reversed polynomial 0xEDB88320, the one of zip files. */
import type { Cell } from '../pointers.js'

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) === 0 ? 0 : 0xedb88320)
  return crc >>> 0
})

const next = (crc: number, byte: number): number => ((crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0)) >>> 0

export function checksumFunctions() {
  return {
    crc32Init(crc: Cell<number>): void {
      crc.value = 0xffffffff
    },
    crc32ProcessByte(crc: Cell<number>, value: number): void {
      crc.value = next(crc.value, value)
    },
    crc32ProcessBuffer(crc: Cell<number>, buffer: Uint8Array, length: number): void {
      crc.value = buffer.subarray(0, length).reduce(next, crc.value)
    },
    crc32Final: (crc: number): number => ~crc >>> 0,
  }
}
