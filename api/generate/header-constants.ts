/** `constants.h`: the enumerations of engine and game. */
import type { Enumeration } from '../schema.js'
import { comment, header } from './c-text.js'

function literal(value: number, isFlags: boolean): string {
  if (!Number.isInteger(value)) return `${value}f`
  if (value < 0) return `(${value})`
  if (!isFlags) return String(value)
  return `0x${value.toString(16)}${value > 0x7fffffff ? 'u' : ''}`
}

export function enumDefinition({ doc, members, cType, isFlags, aliases }: Enumeration): string {
  if (cType !== null) {
    const lines = members.map(([, cName, value, memberDoc], index) => {
      const comma = index < members.length - 1 ? ',' : ''
      return `  ${cName} = ${value}${comma}${memberDoc === undefined ? '' : ` /* ${memberDoc} */`}\n`
    })
    return `${comment(doc)}typedef enum {\n${lines.join('')}} ${cType};\n`
  }
  const values = [...members.map(([, cName, value]) => [cName, value] as const), ...aliases]
  const lines = values.map(([cName, value]) => `#define ${cName} ${literal(value, isFlags)}\n`)
  return `${comment(doc)}${lines.join('')}`
}

export function constantsHeader(enums: readonly Enumeration[]): string {
  return header('constants.h', 'api/enums.ts', [], enums.map(enumDefinition).join('\n'))
}
