/**
 * The scratch frame: where arguments and results of one call lie while they cross between C and JavaScript. The offsets
 * are fixed for both sides; each parameter's own place is computed by the generator and stands in its row.
 */
import type { Row, ValueRow } from './generated/rows.js'
import { sizeOf } from './layout.js'

/** Byte offsets from the start of a frame. */
export const FrameOffset = {
  functionId: 0,
  phase: 4,
  firstSlot: 8,
  lastSlot: 12,
  /** Differs for every frame in turn; 0 once the frame is over. */
  serial: 16,
  /** A bit for each parameter that JavaScript wrote. */
  dirty: 20,
  /** The answer of all listeners of the frame together. */
  metaResult: 24,
  /** The answer of the last listener. */
  lastMetaResult: 28,
  status: 32,
  previous: 36,
  flags: 40,
  result: 48,
  original: 64,
  override: 80,
  parameters: 96,
} as const

/** Bits of {@link FrameOffset.flags}. */
export const FrameFlag = { original: 1, override: 2 } as const

/** A struct that may be NULL is preceded by this many bytes, the first word of which says whether it is there. */
export const structPrefix = 16

/** Bytes that a value of each kind takes in a frame; the kinds left out travel beside it. */
function valueSize(row: ValueRow, wordSize: 32 | 64): number {
  switch (row.kind) {
    case 'cstr':
    case 'format':
    case 'pointer':
    case 'bytes':
    case 'callback':
      return 0
    case 'outText':
      return align(row.size ?? 0)
    case 'cstrOut':
      return 256
    case 'vec3':
    case 'vec3Out':
      return 16
    case 'struct':
      return structPrefix + align(sizeOf(row.struct ?? '', wordSize) * (row.count ?? 1))
    default:
      return 8
  }
}

const align = (size: number): number => (size + 15) & ~15

/**
 * The bytes that the bridge takes for a hook's frame. JavaScript has to know, because a call made inside the hook finds
 * its own frame behind it.
 */
export function frameSize(row: Row, wordSize: 32 | 64): number {
  return align(
    Math.max(FrameOffset.parameters, ...row.params.map((param) => param.at + valueSize(param, wordSize))),
  )
}
