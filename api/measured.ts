/** Reads the measured data for the tests, and brings C types of different spelling to one form. */
import { readFileSync } from 'node:fs'

import type { PerModel } from './generate/layout.js'

interface MeasuredFunction {
  readonly index: number
  readonly name: string
  readonly returns: string
  readonly params: readonly { readonly name: string; readonly type: string }[]
  readonly variadic?: boolean
}

interface MeasuredStruct {
  readonly size: PerModel
  readonly fields?: readonly { readonly name: string; readonly ctype: string; readonly offset: PerModel }[]
}

interface MeasuredMetamod {
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly structs: Readonly<Record<string, readonly (readonly [type: string, name: string])[]>>
  readonly function_types: Readonly<Record<string, string>>
  readonly mutil_funcs_t: readonly {
    readonly name: string
    readonly returns: string
    readonly params: readonly string[]
    readonly variadic?: boolean
  }[]
  readonly sizes: Readonly<Record<string, PerModel>>
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`measured/${file}.json`, import.meta.url), 'utf8'))

export const measuredFunctions = read('functions') as Readonly<Record<string, readonly MeasuredFunction[]>>
export const measuredStructs = read('structs') as Readonly<Record<string, MeasuredStruct>>
export const measuredMetamod = read('metamod') as MeasuredMetamod & Readonly<Record<string, string | number>>
export const measuredConstants = read('constants') as Readonly<
  Record<string, Readonly<Record<string, number>>>
>

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bvec3_t\b|\bfloat\s*\[3\]/g, 'float*'],
  [/char\s*\[128\]/g, 'char*'],
  [/\bunsigned char\b/g, 'byte'],
  [/\bCRC32_t\b/g, 'unsigned int'],
  [/\b(\w+)_s\b/g, '$1_t'],
  [/\s*([*(),])\s*/g, '$1'],
]

/** Structs by tag or by typedef, `byte` or `unsigned char`, spaces or none: one spelling for each C type. */
export const canonical = (type: string): string =>
  synonyms.reduce((text, [pattern, word]) => text.replace(pattern, word), type).trim()
