/** What npm allows as a package's name, and what comes of a name that it does not allow. */
import { builtinModules } from 'node:module'

const longest = 214
const reserved = new Set(['node_modules', 'favicon.ico', ...builtinModules])

// Each rule with the words that finish the sentence "a package's name …". The first that is broken is told.
const rules: readonly (readonly [isBroken: (name: string) => boolean, rule: string])[] = [
  [(name) => name.trim() === '', 'must not be empty'],
  [(name) => name.length > longest, `must have at most ${longest} characters`],
  [(name) => /\s/.test(name), 'must not have blanks'],
  [(name) => /\p{Lu}/u.test(name), 'must be in lower case'],
  [(name) => /^(@[^/]*\/)?[._-]/.test(name), "must not begin with '.', '_' or '-'"],
  [
    (name) => !/^(@[a-z0-9-][a-z0-9._~-]*\/)?[^/]+$/.test(name),
    "must not have '/', but behind a scope as in '@me/name'",
  ],
  [
    (name) => !/^(@[^/]+\/)?[a-z0-9._~-]+$/.test(name),
    "must be of the letters a to z, digits, '-', '_', '.' and '~' only",
  ],
  [(name) => reserved.has(name), 'must not be one that Node.js or npm has itself'],
]

/** Which rule a name breaks; null for a good one. */
export function brokenRule(name: string): string | null {
  return rules.find(([isBroken]) => isBroken(name))?.[1] ?? null
}

/** The nearest good name, `metamod-plugin` where nothing of the given one can stay. */
export function suggestName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._~-]+/g, '-')
    .replaceAll(/^[._~-]+|[-.]+$/g, '')
    .slice(0, longest)
  if (name === '') return 'metamod-plugin'
  return brokenRule(name) === null ? name : `${name}-plugin`
}
