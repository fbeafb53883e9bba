/**
 * How each kind of parameter and result crosses between JavaScript and C, as JavaScript text for the compilers of events
 * and calls. In that text `s` is the typed arrays of the scratch block, `b` the byte offset of the frame, `place` the
 * function's name for messages; `rt` is the {@link Runtime}, `check` the functions of `check-functions.ts`, and `structs`
 * holds a {@link StructParameter} at the place of each struct parameter.
 *
 * A kind crosses either as numbers in the frame, or as a reference (text, pointers) that the bridge carries beside it.
 */
import { vectorAt, wordLimits } from './field-codec.js'
import type { Kind, ValueRow } from './generated/rows.js'

/** A parameter or result: its row, its name for messages, its number for the bridge, an expression for its offset. */
export interface Value {
  readonly row: ValueRow
  readonly name: string
  readonly which: number
  readonly at: string
}

export interface Codec {
  /** An expression that gives the value: from a hook's frame, or from that of a call that has returned. */
  readonly read: (value: Value) => string
  /** A statement that checks `given` and puts it where C will find it. */
  readonly write?: (value: Value, given: string) => string
  /** An expression for the argument with which a call passes the checked `given` beside the frame. */
  readonly reference?: (value: Value, given: string) => string
  /** An expression for the answer of a call, where `read` would give a view of the frame. */
  readonly copy?: (value: Value) => string
  /** An event reads such a value once and keeps it: reading crosses into native code, or makes an object. */
  readonly isKept?: true
}

const named = ({ name }: Value): string => `place, ${JSON.stringify(name)}`
const word = (at: string): string => `s.i32[(${at}) >> 2]`

const whole = (limits: string, array = 'i32'): Codec => ({
  read: ({ at }) => `s.${array}[(${at}) >> 2]`,
  write: (value, given) =>
    `s.${array}[(${value.at}) >> 2] = check.wholeNumber(${given}, ${limits}, ${named(value)})`,
})

const signed = whole(wordLimits)
const unsigned = whole(wordLimits, 'u32')

/** A second word in the frame says whether the pointer was there. */
const numberBehindPointer = (number: Codec): Codec => ({
  ...number,
  read: (value) => {
    const present = number.read(value)
    return value.row.isNullable ? `${word(`${value.at} + 4`)} === 0 ? null : ${present}` : present
  },
})

/** A vector that may be NULL is followed by a word that says whether it is there. */
const vector: Codec = {
  read: ({ row, at }) =>
    row.isNullable ? `${word(`${at} + 12`)} === 0 ? null : ${vectorAt('s', at)}` : vectorAt('s', at),
  write: (value, given) =>
    value.row.isNullable
      ? `if ((${word(`${value.at} + 12`)} = ${given} === null ? 0 : 1) === 1) ${storeVector(value, given)}`
      : `${word(`${value.at} + 12`)} = 1; ${storeVector(value, given)}`,
}

const storeVector = (value: Value, given: string): string =>
  `s.f32.set(check.vector(${given}, ${named(value)}), (${value.at}) >> 2)`

const entity: Codec = {
  read: ({ row, at }) =>
    row.worldMeansNull ? `rt.entityButWorld(${word(at)})` : `rt.entities.at(${word(at)})`,
  write: (value, given) => {
    const test = value.row.isNullable ? 'indexOfEntityOrNull' : 'indexOfEntity'
    return `${word(value.at)} = check.${test}(${given}, ${named(value)})`
  },
}

const textReference: Codec = {
  read: ({ which }) => `rt.frameText(b, ${which})`,
  write: (value, given) => `rt.bridge.setFrameText(b, ${value.which}, check.text(${given}, ${named(value)}))`,
  reference: (value, given) =>
    `check.${value.row.isNullable ? 'textOrNull' : 'text'}(${given}, ${named(value)})`,
  isKept: true,
}

const checkedPointer = (value: Value, given: string): string =>
  `check.pointerOf(${JSON.stringify(value.row.pointer)}, ${given}, ${named(value)})`

const pointerReference: Codec = {
  read: ({ which }) => `rt.bridge.framePointer(b, ${which})`,
  write: (value, given) => `rt.bridge.setFramePointer(b, ${value.which}, ${checkedPointer(value, given)})`,
  reference: checkedPointer,
  isKept: true,
}

const codecs: Record<Kind, Codec> = {
  void: { read: () => 'null' },
  int: signed,
  uint: unsigned,
  byte: whole('0, 255'),
  ushort: whole('0, 65535'),
  intOut: numberBehindPointer(signed),
  intInOut: numberBehindPointer(signed),
  uintInOut: numberBehindPointer(unsigned),
  bool: {
    read: ({ at }) => `${word(at)} !== 0`,
    write: (value, given) => `${word(value.at)} = check.claim(${given}, ${named(value)})`,
  },
  char: {
    read: ({ at }) => `String.fromCharCode(${word(at)} & 255)`,
    write: (value, given) => `${word(value.at)} = check.character(${given}, ${named(value)})`,
  },
  long: {
    read: ({ at }) => `s.f64[(${at}) >> 3]`,
    write: (value, given) =>
      `s.f64[(${value.at}) >> 3] = check.wholeNumber(${given}, -9007199254740991, 9007199254740991, ${named(value)})`,
  },
  float: {
    read: ({ at }) => `s.f32[(${at}) >> 2]`,
    write: (value, given) => `s.f32[(${value.at}) >> 2] = check.finiteNumber(${given}, ${named(value)})`,
  },
  vec3: vector,
  vec3Out: vector,
  edict: entity,
  entvars: entity,
  stringT: {
    read: ({ at }) => `rt.bridge.string(${word(at)})`,
    write: (value, given) =>
      `${word(value.at)} = rt.bridge.allocString(check.text(${given}, ${named(value)}))`,
    isKept: true,
  },
  outText: {
    read: ({ row, at }) => `check.readText(s.u8, ${at}, ${row.size})`,
    write: (value, given) =>
      `check.writeText(s.u8, ${value.at}, ${value.row.size}, ${given}, ${named(value)})`,
  },
  cstrOut: { read: ({ at }) => `check.readText(s.u8, ${at}, 256)` },
  cstr: textReference,
  format: textReference,
  pointer: pointerReference,
  callback: { read: pointerReference.read, isKept: true },
  bytes: {
    read: pointerReference.read,
    reference: (value, given) => `check.buffer(${given}, ${named(value)})`,
    isKept: true,
  },
  struct: {
    read: ({ which }) => `structs[${which}].view(b)`,
    copy: ({ which }) => `structs[${which}].copy(b)`,
    write: ({ which }, given) => `structs[${which}].store(b, ${given}, place)`,
    isKept: true,
  },
  mapped: {
    read: ({ row, at }) => `rt.mappings.view(${word(at)}, ${JSON.stringify(row.struct)})`,
    write: (value, given) => `${word(value.at)} = rt.mappings.idOf(${given}, ${named(value)})`,
    isKept: true,
  },
}

/** The codec of a kind of parameter or result. */
export const codecOf = (row: ValueRow): Codec => codecs[row.kind]

/** Kinds through which the callee answers: JavaScript is not asked for them, but given them. */
export function isOutput(row: ValueRow): boolean {
  return row.kind.endsWith('Out') || row.kind === 'outText' || (row.kind === 'struct' && row.mode !== 'in')
}

/** Kinds that a caller has to give. */
export function isInput(row: ValueRow): boolean {
  return !isOutput(row) || row.kind.endsWith('InOut') || (row.kind === 'struct' && row.mode === 'inout')
}

/** Kinds that a listener may assign to; a struct is written field by field instead. */
export function isWritable(row: ValueRow): boolean {
  return isOutput(row) && row.kind !== 'struct' && row.kind !== 'cstrOut'
}
