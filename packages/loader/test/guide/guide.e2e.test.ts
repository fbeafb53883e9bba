/**
 * docs/guide/metamod.md tells administrators what each command, key, line and cvar of the other Metamods is here. Each row
 * of its tables is tried; a row without a check is a failure, and so is a check without a row.
 */
import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { clientRows, commandRows } from './command-rows.js'
import type { Row } from './row.js'
import { cvarRows, keyRows, lineRows } from './settings-rows.js'

const guide = readFileSync(new URL('../../../../docs/guide/metamod.md', import.meta.url), 'utf8')

/** The first cells of each table's rows, table after table. */
const tables = [...guide.matchAll(/^\| --- .*\n((?:\|.*\n)+)/gm)].map(([, rows = '']) =>
  rows
    .trimEnd()
    .split('\n')
    .map((row) => row.split(' | ')[0]?.slice(2) ?? ''),
)

const checks: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['commands', commandRows],
  ['commands of clients', clientRows],
  ['keys', keyRows],
  ['lines of plugins.ini', lineRows],
  ['cvars', cvarRows],
]

test('the guide has these tables and no other', () => {
  expect(tables).toHaveLength(checks.length)
})

describe.each(checks.map(([title, rows], index) => ({ title, rows, table: tables[index] })))(
  "the guide's $title",
  ({ rows, table }) => {
    test('are those that are tried', () => {
      expect(table).toEqual(rows.map(([cell]) => cell))
    })

    test.each(rows.map(([cell, check]) => ({ cell, check })))('$cell', ({ check }) => {
      check()
    })
  },
)
