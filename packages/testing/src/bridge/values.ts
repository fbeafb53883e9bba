/**
 * How values cross between the frame, in which the SDK reads and writes them, and the engine's own form: an entity is its
 * index, what a function leaves for its caller lies in a {@link Cell}, a struct is a view of its own bytes. Texts and
 * pointers travel beside the frame.
 */
import type { Vec3 } from '@csr/metamod-sdk'
import {
  layoutOf,
  readText,
  sizeOf,
  structPrefix,
  type Arrays,
  type ParamRow,
  type ValueRow,
} from '@csr/metamod-sdk/host'

import { wordSize, type EntityAddresses } from '../engine/entity-addresses.js'
import { EngineCvar } from '../engine/cvars.js'
import type { Cell } from '../engine/pointers.js'
import { newStruct, RawView } from '../engine/raw-view.js'

const encoder = new TextEncoder()
const cstrOutBytes = 256
/** Under which the SDK knows the struct of a player's move. */
export const playerMoveId = 1

/** Kinds that lie beside the frame. */
export const isBeside = ({ kind }: ValueRow): boolean =>
  kind === 'cstr' || kind === 'format' || kind === 'pointer' || kind === 'bytes' || kind === 'callback'

export const structBytes = (row: ValueRow): number => sizeOf(row.struct ?? '', wordSize) * (row.count ?? 1)

/** Puts an argument or result into a frame. */
export function encode(frame: Arrays, at: number, row: ValueRow, value: unknown): void {
  const { kind } = row
  if (kind === 'void' || isBeside(row)) return
  if (kind === 'vec3' || kind === 'vec3Out') {
    const vector = kind === 'vec3' ? (value as Vec3 | null) : (value as Cell<Vec3> | null)?.value
    frame.i32[(at >> 2) + 3] = value === null ? 0 : 1
    if (vector) frame.f32.set(vector, at >> 2)
  } else if (kind === 'outText' || kind === 'cstrOut') {
    const text = (value as Cell<string | null> | null)?.value ?? ''
    putText(frame, at, kind === 'outText' ? (row.size ?? 0) : cstrOutBytes, text)
  } else if (kind === 'struct') {
    frame.u8.fill(0, at, at + structPrefix)
    frame.i32[at >> 2] = value === null ? 0 : 1
    if (value !== null) putStruct(frame, at, row, structOf(value))
  } else if (kind.endsWith('Out')) {
    const number = (value as Cell<number> | null)?.value ?? 0
    frame.i32.set([number, value === null ? 0 : 1], at >> 2)
  } else if (kind === 'mapped') frame.i32[at >> 2] = value === null ? 0 : playerMoveId
  else if (kind === 'float') frame.f32[at >> 2] = value as number
  else if (kind === 'long') frame.f64[at >> 3] = value as number
  else frame.i32[at >> 2] = kind === 'char' ? (value as string).charCodeAt(0) : Number(value)
}

/** A cvar is an object of its own here; its struct is made of it when somebody looks. */
export const structOf = (value: unknown): RawView =>
  value instanceof EngineCvar ? value.struct : (value as RawView)

/** Reads an argument that a caller left in a frame, or the result that a listener put there. */
export function decode(frame: Arrays, at: number, row: ValueRow): unknown {
  switch (row.kind) {
    case 'float':
      return frame.f32[at >> 2]
    case 'long':
      return frame.f64[at >> 3]
    case 'uint':
      return frame.u32[at >> 2]
    case 'bool':
      return frame.i32[at >> 2] !== 0
    case 'char':
      return String.fromCharCode((frame.i32[at >> 2] ?? 0) & 255)
    case 'vec3':
      return frame.i32[(at >> 2) + 3] === 0 && row.isNullable ? null : vectorAt(frame, at)
    default:
      return frame.i32[at >> 2]
  }
}

/** What a listener wrote goes to where the caller of the function looks for it. */
export function writeBack(frame: Arrays, at: number, row: ParamRow, value: unknown): void {
  if (value === null || value === undefined) return
  if (row.kind === 'vec3Out') (value as Cell<Vec3>).value = vectorAt(frame, at)
  else if (row.kind === 'outText') (value as Cell<string>).value = readText(frame.u8, at, row.size ?? 0)
  else if (row.kind === 'uintInOut') (value as Cell<number>).value = frame.u32[at >> 2] ?? 0
  else if (row.kind.endsWith('Out')) (value as Cell<number>).value = frame.i32[at >> 2] ?? 0
  else if (value instanceof RawView) takeStruct(frame, at, row, value)
}

/** A struct of a caller's, copied out of a frame. */
export function structFrom(
  frame: Arrays,
  at: number,
  row: ParamRow,
  addresses: EntityAddresses,
): RawView | null {
  const view = newStruct(row.struct ?? '', addresses, row.count)
  if (row.mode === 'out') return view
  if (frame.i32[at >> 2] === 0) return null
  takeStruct(frame, at, row, view)
  return view
}

export function vectorAt(frame: Arrays, at: number): Vec3 {
  const { f32 } = frame
  return [f32[at >> 2] ?? 0, f32[(at >> 2) + 1] ?? 0, f32[(at >> 2) + 2] ?? 0]
}

function putStruct(frame: Arrays, at: number, row: ValueRow, view: RawView): void {
  const bytes = view.$arrays.u8.subarray(view.$at, view.$at + structBytes(row))
  frame.u8.set(bytes, at + structPrefix)
}

/** An entity's address is accepted only if it is one; else the struct keeps the one it has. */
function takeStruct(frame: Arrays, at: number, row: ValueRow, view: RawView): void {
  const from = at + structPrefix
  const addresses = layoutOf(row.struct ?? '', wordSize).fields.filter(({ word }) => word === 'edict')
  const kept = addresses
    .filter(({ offset }) => {
      const isKnown = view.$addresses.indexAt(frame, from + offset) >= 0
      return !isKnown && !view.$addresses.isNull(frame, from + offset)
    })
    .map(({ offset }) => [offset, view.$addresses.indexAt(view.$arrays, view.$at + offset)] as const)
  view.$arrays.u8.set(frame.u8.subarray(from, from + structBytes(row)), view.$at)
  for (const [offset, index] of kept) view.$addresses.storeIndex(view.$arrays, view.$at + offset, index)
}

/** Cut where it does not fit, but not within a character. */
function putText(frame: Arrays, at: number, size: number, text: string): void {
  const { written } = encoder.encodeInto(text, frame.u8.subarray(at, at + size - 1))
  frame.u8.fill(0, at + written, at + size)
}
