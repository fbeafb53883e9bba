/**
 * The vocabulary of `api/`: what a row of a C table, a field of a C struct and a constant are made of. A row says what
 * the engine's header says (the C name, the C types) and what it cannot say: who owns a text, which pointer is written
 * and which is read, where null is allowed. Every emitter in `generate/` reads these shapes and nothing else.
 */

/** How long the engine keeps a text it is given: for the call, until the map ends, or as long as the process lives. */
export type Life = 'call' | 'map' | 'process'

/** Whether the callee reads a struct, fills it, or does both. */
export type Mode = 'in' | 'out' | 'inout'

/** Pointers that JavaScript may pass on but not look into, with the C type of each. */
export const pointerTypes = {
  save: 'SAVERESTOREDATA *',
  typeDescription: 'TYPEDESCRIPTION *',
  file: 'FILE *',
  delta: 'delta_t *',
  model: 'void *',
  privateData: 'void *',
  infoBuffer: 'char *',
  cvar: 'cvar_t *',
  visibility: 'unsigned char *',
  sequence: 'void *',
  fileBuffer: 'void *',
  function: 'unsigned long',
  baseData: 'void *',
} as const

export type PointerType = keyof typeof pointerTypes

/** Kinds that need no further word. Those that end in `Out` or `InOut` are pointers through which the callee answers. */
export const plainKinds = {
  void: 'void',
  int: 'int',
  uint: 'unsigned int',
  byte: 'byte',
  ushort: 'unsigned short',
  bool: 'int',
  char: 'char',
  long: 'long',
  float: 'float',
  format: 'const char *',
  cstrOut: 'char **',
  edict: 'edict_t *',
  entvars: 'entvars_t *',
  stringT: 'int',
  vec3: 'const float *',
  vec3Out: 'float *',
  intOut: 'int *',
  intInOut: 'int *',
  uintInOut: 'CRC32_t *',
  bytes: 'const void *',
} as const

export type PlainKind = keyof typeof plainKinds

export type Kind =
  | { readonly kind: PlainKind }
  | { readonly kind: 'cstr'; readonly life: Life }
  | { readonly kind: 'outText'; readonly size: number }
  | { readonly kind: 'struct'; readonly struct: string; readonly mode: Mode; readonly count: number }
  | { readonly kind: 'mapped'; readonly struct: string }
  | { readonly kind: 'pointer'; readonly pointer: PointerType }
  | { readonly kind: 'callback' }

/** A value with its kind and the C type under which the engine's header declares it. */
export type Typed = Kind & { readonly c: string }

export interface CParameter {
  readonly name: string
  readonly c: string
}

export type Parameter = Typed & CParameter & { readonly isNullable: boolean }

/** A C function as a header declares it. */
export interface CFunction {
  readonly cName: string
  readonly doc: string
  readonly params: readonly CParameter[]
  readonly returns: { readonly c: string }
  readonly isVariadic: boolean
  /** Still in the table, but with no purpose left; the text is the reason. */
  readonly obsolete?: string
}

/** What is out of the ordinary about calling a function or its result; each text is the reason. */
export interface Oddities {
  /** What a missing game DLL function counts as; 0 when not given. */
  readonly defaultResult?: number
  /** The C function answers "none" with the world or with NULL; authors get null for both. */
  readonly worldMeansNull?: true
  /** Cannot be called from JavaScript. */
  readonly notCallable?: string
  /** Would crash or end an engine that has no map yet, though it takes no entity. */
  readonly needsMap?: true
  /** Called from JavaScript through code of its own instead of a generated row. */
  readonly handwritten?: string
}

export interface FunctionRow extends CFunction, Oddities {
  readonly name: string
  readonly params: readonly Parameter[]
  readonly returns: Typed
}

/** A C struct of function pointers; `id` is the number of its first function among all hookable ones. */
export interface FunctionTable {
  readonly cName: string
  readonly tag: string
  readonly source: string
  readonly firstId: number
  readonly doc: string
  readonly rows: readonly FunctionRow[]
}

/** How a field lies in memory. `text` and `bytes` are arrays of `count` characters or bytes. */
export const fieldWords = [
  'f32',
  'i32',
  'u32',
  'i16',
  'u16',
  'u8',
  'char',
  'bool',
  'vec3',
  'string',
  'edict',
  'cstr',
  'ptr',
  'bytes',
  'text',
  'struct',
] as const

export type FieldWord = (typeof fieldWords)[number]

export interface Field {
  readonly name: string
  readonly cName: string
  readonly word: FieldWord
  /** The C type of one element; for a function pointer with `(*)` where the name goes. */
  readonly c: string
  /** Elements of a C array; 1 for a single value. */
  readonly count: number
  /** The struct's C name when `word` is `struct`. */
  readonly struct?: string
  /** Scripts may read it only, because the engine relies on it. */
  readonly isFixed?: true
}

export interface Struct {
  readonly cName: string
  readonly tag: string
  readonly doc: string
  /** The name of the TypeScript view; null for a struct that JavaScript never looks into. */
  readonly view: string | null
  readonly fields: readonly Field[]
}

/** A C type of which only the name is known. */
export interface Opaque {
  readonly cName: string
  readonly tag: string
}

export type Member = readonly [name: string, cName: string, value: number, doc?: string]

export interface Enumeration {
  readonly name: string
  readonly doc: string
  readonly members: readonly Member[]
  /** The C enum type; null when C has plain `#define`s. */
  readonly cType: string | null
  /** Written in hexadecimal, because the members are or-ed together. */
  readonly isFlags: boolean
  /** Further C names for values that a member already has. */
  readonly aliases: readonly (readonly [cName: string, value: number])[]
}
