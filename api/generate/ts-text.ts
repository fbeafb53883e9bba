/** How TypeScript is spelled: literals, doc comments and imports of what is used. */

export const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)

/** The members of a union of literals, one a line. */
export const union = (names: readonly string[]): string =>
  names.map((name) => `\n  | ${quoted(name)}`).join('')

/** A value as an object literal on one line; properties that are undefined are left out. */
export function objectText(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(objectText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const properties = Object.entries(value).filter(([, property]) => property !== undefined)
  return `{ ${properties.map(([name, property]) => `${name}: ${objectText(property)}`).join(', ')} }`
}

/** A doc comment; an empty line stands between the paragraphs. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  if (paragraphs.length === 1) return `${indent}/** ${paragraphs.join('')} */\n`
  const lines = paragraphs.flatMap((text, i) => (i === 0 ? [` * ${text}`] : [' *', ` * ${text}`]))
  return `${indent}/**\n${lines.map((line) => `${indent}${line}\n`).join('')}${indent} */\n`
}

/** Import lines for those of the given names that occur in a text as words of their own. */
export function importsFor(body: string, modules: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(modules).map(([module, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body))
    return used.length === 0 ? '' : `import type { ${used.join(', ')} } from '${module}'\n`
  })
  return lines.join('')
}
