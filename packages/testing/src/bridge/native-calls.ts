/** Calls of plugins: the arguments come out of the frame, and what the function leaves behind goes back into it. */
import {
  FrameOffset,
  type FunctionRow,
  type NativeCall,
  type ParamRow,
  type ReferenceArgument,
} from '@csr/metamod-sdk/host'

import type { EntityAddresses } from '../engine/entity-addresses.js'
import { cell, EnginePointer } from '../engine/pointers.js'
import type { RawView } from '../engine/raw-view.js'
import type { Frames } from './frames.js'
import { decode, encode, isBeside, structFrom } from './values.js'

export type Call = (row: FunctionRow, args: readonly unknown[]) => unknown

/** The texts of a struct, by its parameter and the offset in it. */
type StructTexts = Map<number, Map<number, string>>

export class NativeCalls {
  readonly #frames: Frames
  readonly #addresses: EntityAddresses
  /** Set for the call that is prepared. */
  #given: StructTexts = new Map()
  /** Left by the call that was made last. */
  #answered: readonly (RawView | null)[] = []

  constructor(frames: Frames, addresses: EntityAddresses) {
    this.#frames = frames
    this.#addresses = addresses
  }

  bind(row: FunctionRow, call: Call): NativeCall {
    return (...references) => {
      const base = this.#frames.top
      const args = this.#read(row, base, references)
      const result = call(row, args)
      this.#write(row, base, args, result)
      if (!isBeside(row.returns)) return undefined
      return (result ?? null) as ReturnType<NativeCall>
    }
  }

  setText(parameter: number, offset: number, text: string): void {
    const texts = this.#given.get(parameter) ?? new Map<number, string>()
    this.#given.set(parameter, texts.set(offset, text))
  }

  answeredText(parameter: number, offset: number): string | null {
    return this.#answered[parameter]?.$texts.get(offset) ?? null
  }

  #read(row: FunctionRow, base: number, references: readonly ReferenceArgument[]): unknown[] {
    let next = 0
    const texts = this.#given
    this.#given = new Map()
    const args = row.params.map((param, index) => {
      if (!isBeside(param)) return this.#argument(param, base + param.at, texts.get(index))
      const reference = references[next] ?? null
      next += 1
      if (param.kind === 'pointer') checkPointer(row, index, reference)
      return reference
    })
    checkLengths(row, args)
    return args
  }

  #argument(param: ParamRow, at: number, texts: ReadonlyMap<number, string> | undefined): unknown {
    const { arrays } = this.#frames
    const { kind } = param
    if (kind === 'vec3Out') return cell([0, 0, 0])
    if (kind === 'outText') return cell('')
    if (kind === 'cstrOut') return cell<string | null>(null)
    if (kind === 'uintInOut') return cell(arrays.u32[at >> 2] ?? 0)
    if (kind.endsWith('Out')) return cell(arrays.i32[at >> 2] ?? 0)
    if (kind !== 'struct') return decode(arrays, at, param)
    const view = structFrom(arrays, at, param, this.#addresses)
    for (const [offset, text] of texts ?? []) view?.$texts.set(offset, text)
    return view
  }

  #write(row: FunctionRow, base: number, args: readonly unknown[], result: unknown): void {
    const { arrays } = this.#frames
    this.#answered = row.params.map((param, index) =>
      param.kind === 'struct' ? (args[index] as RawView | null) : null,
    )
    for (const [index, param] of row.params.entries()) {
      const isOutput = param.kind.endsWith('Out') || param.kind === 'outText' || param.kind === 'struct'
      if (isOutput) encode(arrays, base + param.at, param, args[index])
    }
    encode(arrays, base + FrameOffset.result, row.returns, result)
  }
}

function checkPointer(row: FunctionRow, index: number, value: ReferenceArgument): void {
  const wanted = row.params[index]?.pointer
  if (value === null || (value instanceof EnginePointer && value.type === wanted)) return
  throw new TypeError(`${row.name}: parameter ${index + 1} must be a Pointer that the server gave out`)
}

/** The parameter after a block of bytes says how long it is. */
function checkLengths(row: FunctionRow, args: readonly unknown[]): void {
  for (const [index, param] of row.params.entries()) {
    const length = args[index + 1]
    const bytes = args[index]
    if (param.kind !== 'bytes' || typeof length !== 'number' || !ArrayBuffer.isView(bytes)) continue
    const most = (bytes as Uint8Array).length
    if (length >= 0 && length <= most) continue
    throw new RangeError(`${row.name}: parameter ${index + 2} must be a length 0..${most}, got ${length}`)
  }
}
