/** The frames of the hooks that are running; they lie on the scratch block as on a stack. */
import { MetaResult } from '@csr/metamod-sdk'
import {
  Arrays,
  FrameFlag,
  FrameOffset,
  frameSize,
  FrameValue,
  type FunctionRow,
} from '@csr/metamod-sdk/host'

import { wordSize } from '../engine/entity-addresses.js'
import type { RawView } from '../engine/raw-view.js'
import { decode, encode, isBeside, structOf, writeBack } from './values.js'

const scratchBytes = 1 << 20
export const mostNestedHooks = 100

/** What is known when a hook is called. */
export interface HookFrame {
  readonly row: FunctionRow
  readonly phase: 0 | 1
  readonly slot: number
  readonly args: readonly unknown[]
  readonly status: number
  readonly previous: number
  /** What the real function returned; undefined before it did. */
  readonly original: unknown
  /** Undefined while nobody overrode. */
  readonly overriding: unknown
}

interface Open extends HookFrame {
  readonly base: number
  result: unknown
}

export class Frames {
  readonly scratch = new ArrayBuffer(scratchBytes)
  readonly arrays = new Arrays(this.scratch)
  readonly #open: Open[] = []
  #serial = 0
  /** Where the next frame goes. */
  top = 0

  get depth(): number {
    return this.#open.length
  }

  /** Runs the hooks of a frame. @returns the answer of its listeners. */
  run(frame: HookFrame, dispatch: (base: number) => void): { result: number; value: unknown } {
    const base = this.top
    const open: Open = { ...frame, base, result: null }
    this.#fill(open)
    this.#open.push(open)
    this.top += frameSize(frame.row, wordSize)
    try {
      dispatch(base)
    } finally {
      this.#open.pop()
      this.top = base
      this.arrays.i32[(base + FrameOffset.serial) >> 2] = 0
    }
    this.#writeBack(open)
    const { returns } = frame.row
    const result = this.arrays.i32[(base + FrameOffset.metaResult) >> 2] ?? MetaResult.Ignored
    const value = isBeside(returns) ? open.result : decode(this.arrays, base + FrameOffset.result, returns)
    return { result, value }
  }

  #fill(frame: Open): void {
    const { base, row, phase, slot, status, previous, original, overriding } = frame
    this.#serial = (this.#serial % 0x7fffffff) + 1
    const { Ignored } = MetaResult
    const flags =
      (original === undefined ? 0 : FrameFlag.original) | (overriding === undefined ? 0 : FrameFlag.override)
    const words = [row.id, phase, slot, slot, this.#serial, 0, Ignored, Ignored, status, previous, flags, 0]
    this.arrays.i32.set(words, base >> 2)
    for (const [index, param] of row.params.entries())
      encode(this.arrays, base + param.at, param, frame.args[index])
    if (original !== undefined) encode(this.arrays, base + FrameOffset.original, row.returns, original)
    if (overriding !== undefined) encode(this.arrays, base + FrameOffset.override, row.returns, overriding)
  }

  #writeBack({ base, row, args }: Open): void {
    const dirty = this.arrays.i32[(base + FrameOffset.dirty) >> 2] ?? 0
    if (dirty === 0) return
    for (const [index, param] of row.params.entries())
      if ((dirty & (1 << index)) !== 0) writeBack(this.arrays, base + param.at, param, args[index])
  }

  /** A text or pointer of the frame at `base`. */
  beside(base: number, which: number): unknown {
    const frame = this.#at(base)
    if (which === FrameValue.original) return frame.original ?? null
    if (which === FrameValue.override) return frame.overriding ?? null
    const value = frame.args[which] ?? null
    const isPlace = typeof value === 'object' && value !== null && 'value' in value && !('type' in value)
    if (!isPlace) return value
    // What a place holds before the function ran is anybody's guess.
    return frame.phase === 1 && frame.status !== MetaResult.Supercede ? value.value : null
  }

  setResult(base: number, value: unknown): void {
    this.#at(base).result = value
  }

  /** A struct that is an argument of the frame at `base`; null at the top, where a call is prepared. */
  struct(base: number, parameter: number): RawView | null {
    if (base === this.top) return null
    const value = this.#at(base).args[parameter] ?? null
    return value === null ? null : structOf(value)
  }

  #at(base: number): Open {
    const frame = this.#open.find((candidate) => candidate.base === base)
    if (frame === undefined) throw new Error('the hook of this frame has returned')
    return frame
  }
}
