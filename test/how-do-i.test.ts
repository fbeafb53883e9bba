import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import * as sdk from '@csr/metamod-sdk'
import { expect, test } from 'vitest'

import { typeErrors } from './type-errors.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const page = readFileSync(at('../docs/guide/how-do-i.md'), 'utf8')

/** The cells of each row, without the tables' heads. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (to|---) \|/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '').trim()))

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

test('there are 60 rows and more, each with all of its cells, and no task twice', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(rows.filter((row) => row.length !== 4 || row.includes(''))).toEqual([])
  expect(new Set(rows.map(([task]) => task)).size).toBe(rows.length)
})

test('the functions of C are called as they are', () => {
  const known = new Set(sdk.hookableFunctions.map(({ nativeName }) => nativeName))
  const named = rows.flatMap(([, cpp = '']) => [...cpp.matchAll(/\bpfn\w+/g)].map(([name]) => name))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

/** What is prose, or a part of a definition, and cannot stand alone. */
const isFragment = (code: string): boolean => /^(attach|detach)\(\w+\)$/.test(code)

test('the TypeScript compiles', () => {
  const file = at('how-do-i.rows.ts')
  const names = Object.keys(sdk).join(', ')
  const head = [
    `import { ${names} } from '@csr/metamod-sdk'`,
    `import type { Plugin } from '@csr/metamod-sdk'`,
    'declare const plugin: Plugin, player: Player, entity: Entity',
  ]
  const snippets = rows.flatMap(([, , , code = '']) => codeIn(code).filter((text) => !isFragment(text)))
  expect(snippets.length).toBeGreaterThanOrEqual(60)
  const source = [...head, ...snippets.map((code) => `{ ${code} }`)].join('\n')
  expect(typeErrors(file, source)).toEqual([])
})
