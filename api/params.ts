/**
 * The words with which the function tables are written: one small function for each kind of parameter, and `fn` for a
 * row. Each fills in the C type that the kind has nearly everywhere; `c` names it where the engine's header differs.
 */
import { plainKinds, pointerTypes } from './schema.js'
import type {
  FunctionRow,
  Kind,
  Life,
  Mode,
  Oddities,
  Parameter,
  PlainKind,
  PointerType,
  Typed,
} from './schema.js'

interface Options {
  readonly c?: string
  readonly nullable?: boolean
}

const parameter = (name: string, kind: Kind, c: string, options: Options = {}): Parameter => ({
  ...kind,
  name,
  c: options.c ?? c,
  isNullable: options.nullable ?? false,
})

const plain =
  (kind: PlainKind) =>
  (name: string, options?: Options): Parameter =>
    parameter(name, { kind }, plainKinds[kind], options)

export const int = plain('int')
export const uint = plain('uint')
export const byte = plain('byte')
export const ushort = plain('ushort')
export const bool = plain('bool')
export const long = plain('long')
export const float = plain('float')
export const format = plain('format')
export const cstrOut = plain('cstrOut')
export const edict = plain('edict')
export const entvars = plain('entvars')
export const stringT = plain('stringT')
export const vec3 = plain('vec3')
export const vec3Out = plain('vec3Out')
export const intOut = plain('intOut')
export const intInOut = plain('intInOut')
export const uintInOut = plain('uintInOut')
export const bytes = plain('bytes')

export const constEdict = (name: string, options?: Options): Parameter =>
  edict(name, { c: 'const edict_t *', ...options })

export const cstr = (name: string, options: Options & { readonly life?: Life } = {}): Parameter =>
  parameter(name, { kind: 'cstr', life: options.life ?? 'call' }, 'const char *', options)

export const outText = (name: string, size: number): Parameter =>
  parameter(name, { kind: 'outText', size }, 'char *')

export const struct = (
  name: string,
  type: string,
  mode: Mode,
  options: Options & { readonly count?: number } = {},
) => parameter(name, { kind: 'struct', struct: type, mode, count: options.count ?? 1 }, `${type} *`, options)

export const mapped = (name: string, type: string): Parameter =>
  parameter(name, { kind: 'mapped', struct: type }, `${type} *`)

export const pointer = (name: string, type: PointerType, options?: Options): Parameter =>
  parameter(name, { kind: 'pointer', pointer: type }, pointerTypes[type], options)

/** `c` holds `(*)` where the parameter's name goes. */
export const callback = (name: string, c: string): Parameter => parameter(name, { kind: 'callback' }, c)

export const result = (kind: PlainKind, c: string = plainKinds[kind]): Typed => ({ kind, c })

export const nothing = result('void')

export const textResult: Typed = { kind: 'cstr', life: 'map', c: 'const char *' }

export const pointerResult = (type: PointerType, c: string = pointerTypes[type]): Typed => ({
  kind: 'pointer',
  pointer: type,
  c,
})

export function fn(
  cName: string,
  name: string,
  params: readonly Parameter[],
  returns: Typed,
  doc: string,
  oddities: Oddities & Pick<FunctionRow, 'obsolete'> = {},
): FunctionRow {
  return { cName, name, params, returns, doc, isVariadic: params.at(-1)?.kind === 'format', ...oddities }
}
