/**
 * The kinds of values at raw level: how a test reads one from a frame and compares it with what C says it was, and how it
 * puts one into a frame for C to describe. Patterns made here have numbers of their own, so that none is met by chance.
 */
import { expect } from 'vitest'
import type { NativePointer, ReferenceArgument } from '../../../packages/sdk/src/raw/bridge.js'
import { structPrefix } from '../../../packages/sdk/src/raw/frame.js'
import type { ParamRow, ValueRow } from '../../../packages/sdk/src/raw/generated/rows.js'
import { bridge, seen, structIn, words } from './host.js'
import type { Described, DescribedStruct } from './host.js'

const bytes = new Uint8Array(bridge.scratch)
const floats = new Float32Array(bridge.scratch)
const unsigned = new Uint32Array(bridge.scratch)
const doubles = new Float64Array(bridge.scratch)

const pointerKinds = new Set(['pointer', 'bytes', 'callback'])
/** Kinds that travel beside the frame. */
export const isReference = (row: ValueRow): boolean =>
  row.kind === 'cstr' || row.kind === 'format' || pointerKinds.has(row.kind)

/** Where a value lies: its frame, its number for the bridge, its byte offset in the scratch block. */
export interface Place {
  readonly base: number
  readonly which: number
  readonly at: number
}

export const placeOf = (param: ParamRow, which: number, base: number): Place => ({
  base,
  which,
  at: base + param.at,
})

/** Compares a value in a frame with what C described. */
export function expectValue(row: ValueRow, place: Place, described: Described): void {
  if (pointerKinds.has(row.kind)) expectPointer(row, place, described)
  else if (row.kind === 'struct') expectStruct(place, structIn(described))
  else expect(readValue(row, place)).toEqual(described)
}

function expectPointer(row: ValueRow, { base, which }: Place, described: Described): void {
  const pointer = bridge.framePointer(base, which)
  expect(pointer?.type ?? null).toBe(described === null ? null : pointerTypeOf(row))
}

const pointerTypeOf = (row: ValueRow): string =>
  row.kind === 'callback' ? 'function' : row.kind === 'bytes' ? 'customPointer' : (row.pointer ?? '')

/** Compares a struct in a frame, but for the addresses in it, whose texts are compared instead. */
function expectStruct({ base, which, at }: Place, described: DescribedStruct): void {
  expect(words[at >> 2]).toBe(1)
  const start = at + structPrefix
  const copy = Buffer.from(bytes.slice(start, start + described.bytes.length / 2))
  for (const offset of described.addresses) copy.fill(0, offset, offset + bridge.wordSize / 8)
  expect(copy.toString('hex')).toBe(described.bytes)
  described.texts.forEach((text, i) =>
    expect(bridge.structText(base, which, described.addresses[i] ?? -1)).toBe(text),
  )
}

function readText(at: number): string {
  return Buffer.from(bytes.subarray(at, bytes.indexOf(0, at))).toString('utf8')
}

function readValue(row: ValueRow, { base, which, at }: Place): Described {
  switch (row.kind) {
    case 'cstr':
    case 'format':
      return bridge.frameText(base, which)
    case 'uint':
    case 'uintInOut':
      return unsigned[at >> 2] ?? null
    case 'long':
      return doubles[at >> 3] ?? null
    case 'float':
      return floats[at >> 2] ?? null
    case 'vec3':
    case 'vec3Out':
      return words[(at >> 2) + 3] === 0 ? null : Array.from(floats.subarray(at >> 2, (at >> 2) + 3))
    case 'outText':
    case 'cstrOut':
      return readText(at)
    case 'mapped':
      return new Int32Array(seen.mapped[words[at >> 2] ?? -1] ?? new ArrayBuffer(4))[0] ?? null
    default:
      return words[at >> 2] ?? null
  }
}

/** A value of our own for C: written into the frame, and as C should describe it. */
export function writePattern(
  row: ValueRow,
  { at, base, which }: Place,
  seed: number,
  like: Described,
): Described {
  switch (row.kind) {
    case 'bool':
      return (words[at >> 2] = seed % 2)
    case 'byte':
    case 'char':
    case 'edict':
    case 'entvars':
    case 'stringT':
      return (words[at >> 2] = seed % 31)
    case 'ushort':
      return (words[at >> 2] = 60000 + (seed % 1000))
    case 'intInOut':
      // The size of a buffer, which has to fit the one that the bridge lends.
      return (words[at >> 2] = seed % 2048)
    case 'uint':
    case 'uintInOut':
      return (unsigned[at >> 2] = 0xe0000000 + seed)
    case 'long':
      return (doubles[at >> 3] = 2 ** 40 + seed)
    case 'float':
      return (floats[at >> 2] = seed + 0.75)
    case 'vec3':
    case 'vec3Out':
      floats.set([seed + 0.125, -seed, 0.5], at >> 2)
      words[(at >> 2) + 3] = 1
      return [seed + 0.125, -seed, 0.5]
    case 'outText':
      bytes.set(Buffer.from(`by ${seed} TypeScript: ü\0`), at)
      return `by ${seed} TypeScript: ü`
    case 'struct':
      return writeStruct({ at, base, which }, seed, structIn(like))
    default:
      return (words[at >> 2] = seed * 3 - 7000)
  }
}

/** Fills a struct with bytes, zero where an address is: those do not come from us. */
function writeStruct({ at }: Place, seed: number, like: DescribedStruct): DescribedStruct {
  const filled = Buffer.alloc(like.bytes.length / 2, 0)
  filled.forEach((_, i) => (filled[i] = (seed + i * 3) & 255))
  for (const offset of like.addresses) filled.fill(0, offset, offset + bridge.wordSize / 8)
  words[at >> 2] = 1
  bytes.set(filled, at + structPrefix)
  // A zero says that there is no entity; other addresses are not ours to change.
  return { ...like, bytes: filled.toString('hex'), entities: like.entities.map(() => -1) }
}

/** A reference of our own for a call: the argument, and as C should describe it. */
export function referencePattern(
  row: ValueRow,
  seed: number,
  lent: NativePointer | null,
  like: Described,
): { argument: ReferenceArgument; described: Described } {
  if (row.kind === 'pointer') return { argument: lent, described: like }
  if (row.kind === 'bytes') return { argument: new Int32Array([0x04030201]), described: '01020304' }
  const text = `“${seed}” 100 % from TypeScript`
  return { argument: text, described: text }
}
