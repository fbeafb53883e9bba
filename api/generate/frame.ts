/**
 * Where a parameter's value lies in the scratch frame that carries a call between C and JavaScript. Both sides get the
 * offsets from here, so they agree by construction. What is not a number (texts, opaque pointers) has no place in the
 * frame: it is fetched by a call of its own.
 */
import type { FunctionRow, Kind } from '../schema.js'
import { alignUp, type Layouts } from './layout.js'

/** Header, result, original and overriding result come first. */
export const firstParameter = 96

/** A struct may be NULL: its first word says whether it is there, and its contents begin after this many bytes. */
export const structPrefix = 16

function frameSize(kind: Kind, layouts: Layouts): number {
  switch (kind.kind) {
    case 'void':
    case 'cstr':
    case 'format':
    case 'pointer':
    case 'bytes':
    case 'callback':
      return 0
    case 'outText':
      return alignUp(kind.size, 16)
    case 'cstrOut':
      return 256
    case 'vec3':
    case 'vec3Out':
      return 16
    case 'struct': {
      const { lp64, ilp32 } = layouts.of(kind.struct).size
      return structPrefix + alignUp(Math.max(lp64, ilp32) * kind.count, 16)
    }
    default:
      return 8
  }
}

/** The offset of each parameter; 0 for one that has no place in the frame. */
export function frameOffsets(row: FunctionRow, layouts: Layouts): number[] {
  let end = firstParameter
  return row.params.map((param) => {
    const size = frameSize(param, layouts)
    if (size === 0) return 0
    const at = alignUp(end, size >= 16 ? 16 : 8)
    end = at + size
    return at
  })
}
