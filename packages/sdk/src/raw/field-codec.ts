/**
 * How each word of a struct layout is read and written: for every word the JavaScript that does it, as text for the
 * compiler in `compile-view.ts`. In that text `m` is the typed arrays of the memory, `at` an expression for the byte
 * offset, `guard` the view's guard (null for a copy), `place` the function's name for messages; `rt` is the
 * {@link Runtime} and `check` the functions of `check-functions.ts`.
 */
import type { LayoutField } from './layout.js'

type Emit = (at: string, field: LayoutField) => string

export interface FieldCodec {
  /** An expression that gives a copy of the value at `at`. */
  readonly read: Emit
  /** An expression that gives a live view instead, where a copy would not do. */
  readonly view?: Emit
  /** A statement that checks `value` and stores it at `at`; absent for what cannot be written. */
  readonly write?: (at: string, value: string, field: LayoutField) => string
}

const named = (field: LayoutField): string => `place, ${JSON.stringify(field.name)}`

function numberCodec(array: string, shift: number, limits: string | null): FieldCodec {
  const check = limits === null ? 'check.finiteNumber' : 'check.wholeNumber'
  const range = limits === null ? '' : `${limits}, `
  return {
    read: (at) => `m.${array}[(${at}) >> ${shift}]`,
    write: (at, value, field) =>
      `m.${array}[(${at}) >> ${shift}] = ${check}(${value}, ${range}${named(field)})`,
  }
}

/** Flags are written signed by some and unsigned by others; both fit 32 bits and mean the same. */
export const wordLimits = '-2147483648, 4294967295'

export const vectorAt = (m: string, at: string): string =>
  `[${m}.f32[(${at}) >> 2], ${m}.f32[((${at}) >> 2) + 1], ${m}.f32[((${at}) >> 2) + 2]]`

const codecs: Record<LayoutField['word'], FieldCodec> = {
  f32: numberCodec('f32', 2, null),
  i32: numberCodec('i32', 2, wordLimits),
  u32: numberCodec('u32', 2, wordLimits),
  i16: numberCodec('i16', 1, '-32768, 32767'),
  u16: numberCodec('u16', 1, '0, 65535'),
  u8: numberCodec('u8', 0, '0, 255'),
  bool: {
    read: (at) => `m.i32[(${at}) >> 2] !== 0`,
    write: (at, value, field) => `m.i32[(${at}) >> 2] = check.claim(${value}, ${named(field)})`,
  },
  char: {
    read: (at) => `String.fromCharCode(m.u8[${at}])`,
    write: (at, value, field) => `m.u8[${at}] = check.character(${value}, ${named(field)})`,
  },
  vec3: {
    read: (at) => vectorAt('m', at),
    write: (at, value, field) => `m.f32.set(check.vector(${value}, ${named(field)}), (${at}) >> 2)`,
  },
  string: {
    read: (at) => `rt.bridge.string(m.i32[(${at}) >> 2])`,
    write: (at, value, field) =>
      `m.i32[(${at}) >> 2] = rt.bridge.allocString(check.text(${value}, ${named(field)}))`,
  },
  edict: {
    read: (at) => `rt.entities.at(rt.engine.indexAt(m, ${at}))`,
    write: (at, value, field) =>
      `rt.storeEntity(m, ${at}, check.indexOfEntityOrNull(${value}, ${named(field)}))`,
  },
  text: {
    read: (at, field) => `check.readText(m.u8, ${at}, ${field.count})`,
    write: (at, value, field) => `check.writeText(m.u8, ${at}, ${field.count}, ${value}, ${named(field)})`,
  },
  bytes: {
    read: (at, field) => `m.u8.slice(${at}, ${at} + ${field.count})`,
    write: (at, value, field) =>
      `m.u8.set(check.byteBlock(${value}, ${field.count}, ${named(field)}), ${at})`,
  },
  cstr: {
    read: (at, field) => `rt.structText(guard, ${field.offset})`,
    write: (at, value, field) =>
      `rt.setStructText(guard, ${field.offset}, check.text(${value}, ${named(field)}))`,
  },
  struct: {
    read: (at, field) => `${nested(field)}.read(m, ${at}, guard)`,
    view: (at, field) => `new (${nested(field)}.View)(m, ${at}, guard)`,
    write: (at, value, field) =>
      `${nested(field)}.write(m, ${at}, check.record(${value}, ${named(field)}), place, guard)`,
  },
}

const nested = (field: LayoutField): string => `nested[${JSON.stringify(field.struct)}]`

/**
 * C arrays of vectors or structs are read as arrays; their elements are written one by one through the views. An array
 * of views is made once, because some have 600 elements and authors index them in loops.
 */
function arrayCodec(element: FieldCodec): FieldCodec {
  const each = (at: string, field: LayoutField, read: Emit): string =>
    `Array.from({ length: ${field.count} }, (_, i) => ${read(`${at} + i * ${field.elementSize}`, field)})`
  const { view } = element
  return {
    read: (at, field) => each(at, field, element.read),
    ...(view && { view: (at, field) => `this.$${field.name} ??= ${each(at, field, view)}` }),
  }
}

/** The codec of a field. */
export function fieldCodec(field: LayoutField): FieldCodec {
  const codec = field.isFixed === true ? { read: codecs[field.word].read } : codecs[field.word]
  const isBlock = field.word === 'text' || field.word === 'bytes'
  return field.count === 1 || isBlock ? codec : arrayCodec(codec)
}
