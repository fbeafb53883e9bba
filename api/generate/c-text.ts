/** How C is spelled: declarations, comments and the frame of a header file. */
import type { CFunction, CParameter } from '../schema.js'

const generated = (source: string): string => `Generated from ${source} by npm run generate. Do not edit.`

export const tsBanner = (source: string): string => `// ${generated(source)}\n`

export const cBanner = (source: string): string => `/* ${generated(source)} */\n`

/** `float *` and `end` make `float *end`; a type with `(*)` takes the name inside. */
export function declaration(type: string, name: string): string {
  if (type.includes('(*)')) return type.replace('(*)', `(*${name})`)
  return type.endsWith('*') ? `${type}${name}` : `${type} ${name}`
}

export function parameterList(params: readonly CParameter[], isVariadic: boolean): string {
  const declared = params.map((param) => declaration(param.c, param.name))
  if (isVariadic) declared.push('...')
  return declared.length === 0 ? 'void' : declared.join(', ')
}

/** `name` is what stands between result and parameters, such as `(*pfnTime)`. */
export const prototype = (fn: CFunction, name: string): string =>
  `${declaration(fn.returns.c, name)}(${parameterList(fn.params, fn.isVariadic)})`

export const comment = (text: string, indent = ''): string => `${indent}/* ${text} */\n`

export function header(file: string, source: string, includes: readonly string[], body: string): string {
  const guard = `METAMOD_${file.replace('.', '_').toUpperCase()}`
  const included = includes.map((name) => `#include ${name}\n`).join('')
  return `${cBanner(source)}#ifndef ${guard}\n#define ${guard}\n\n${included}${included && '\n'}${body}\n#endif\n`
}
