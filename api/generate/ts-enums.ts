/** `enums.ts`: the constants as `as const` objects, each with a type of its values. */
import type { Enumeration } from '../schema.js'
import { tsBanner } from './c-text.js'
import { docComment } from './ts-text.js'

function enumText({ name, doc, members, isFlags }: Enumeration): string {
  const literal = (value: number): string =>
    isFlags && value > 9 ? `0x${value.toString(16)}` : String(value)
  const lines = members.map(
    ([member, cName, value, memberDoc]) =>
      `  /** ${memberDoc === undefined ? '' : `${memberDoc} `}\`${cName}\` */\n  ${member}: ${literal(value)},\n`,
  )
  const type = `export type ${name} = (typeof ${name})[keyof typeof ${name}]\n`
  return `${docComment([doc])}export const ${name} = {\n${lines.join('')}} as const\n${type}`
}

export const tsEnums = (enums: readonly Enumeration[]): string =>
  `${tsBanner('api/enums.ts')}\n${enums.map(enumText).join('\n')}`
