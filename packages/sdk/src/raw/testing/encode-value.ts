/** How the native side puts a value into a frame, for frames that tests make. */
import { structPrefix } from '../frame.js'
import type { ValueRow } from '../generated/rows.js'
import type { Arrays } from '../memory.js'
import { writeText } from '../text-block.js'
import type { NativePointer } from '../bridge.js'

/** A value as C would pass it: entities by index, -1 for NULL; a struct as present or not. */
export type Given = number | boolean | string | readonly number[] | NativePointer | null | undefined

export function encodeValue(frame: Arrays, at: number, row: ValueRow, value: Given): void {
  if (Array.isArray(value)) {
    frame.f32.set(value as number[], at >> 2)
    frame.i32[(at >> 2) + 3] = 1
  } else if (row.kind === 'vec3' || row.kind === 'vec3Out') {
    frame.i32[(at >> 2) + 3] = 0
  } else if (row.kind === 'outText') {
    writeText(frame.u8, at, row.size ?? 0, value ?? '', 'test', 'text')
  } else if (row.kind === 'struct') {
    frame.u8.fill(0, at, at + structPrefix)
    frame.i32[at >> 2] = value === null ? 0 : 1
  } else if (row.kind.endsWith('Out')) {
    frame.i32.set([Number(value ?? 0), value === undefined ? 0 : 1], at >> 2)
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    encodeNumber(frame, at, row, Number(value))
  }
}

function encodeNumber(frame: Arrays, at: number, row: ValueRow, value: number): void {
  if (row.kind === 'float') frame.f32[at >> 2] = value
  else if (row.kind === 'long') frame.f64[at >> 3] = value
  else frame.i32[at >> 2] = value
}
