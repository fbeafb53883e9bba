/**
 * The words with which structs are written. A field is named as authors see it and, where C differs, by its C name. Each
 * word fills in the C type that it has nearly everywhere.
 */
import type { Field, FieldWord, Opaque, Struct } from './schema.js'

interface Options {
  /** Elements of a C array. */
  readonly count?: number
  readonly c?: string
}

const field =
  (word: FieldWord, c: string) =>
  (name: string, cName: string = name, options: Options = {}): Field => ({
    name,
    cName,
    word,
    c: options.c ?? c,
    count: options.count ?? 1,
  })

export const f32 = field('f32', 'float')
export const i32 = field('i32', 'int')
export const u32 = field('u32', 'unsigned int')
export const i16 = field('i16', 'short')
export const u16 = field('u16', 'unsigned short')
export const u8 = field('u8', 'byte')
export const char = field('char', 'char')
export const bool = field('bool', 'qboolean')
export const vec3 = field('vec3', 'vec3_t')
export const string = field('string', 'string_t')
export const edict = field('edict', 'edict_t *')
export const cstr = field('cstr', 'const char *')

export const text = (name: string, cName: string, count: number): Field =>
  field('text', 'char')(name, cName, { count })

export const bytes = (name: string, cName: string, count: number, c = 'byte'): Field =>
  field('bytes', c)(name, cName, { count })

export const pointer = (name: string, cName: string, c: string, count = 1): Field =>
  field('ptr', c)(name, cName, { count })

/** A function pointer; `c` holds `(*)` where the name goes. */
export const callback = (name: string, cName: string, c: string): Field => field('ptr', c)(name, cName)

/** A field that scripts may read only. */
export const fixed = (of: Field): Field => ({ ...of, isFixed: true })

/** A struct, or an array of them, inside the struct. */
export const embedded = (name: string, cName: string, type: string, count = 1): Field => ({
  ...field('struct', type)(name, cName, { count }),
  struct: type,
})

/** A struct that JavaScript sees through a typed view. */
export const viewed = (
  cName: string,
  tag: string,
  view: string,
  doc: string,
  fields: readonly Field[],
): Struct => ({
  cName,
  tag,
  view,
  doc,
  fields,
})

/** A struct that only C looks into. */
export const hidden = (cName: string, tag: string, doc: string, fields: readonly Field[]): Struct => ({
  cName,
  tag,
  view: null,
  doc,
  fields,
})

export const opaque = (cName: string, tag: string): Opaque => ({ cName, tag })
