import { expect, test } from 'vitest'

import { cppRows } from './cpp.js'
import { miniLayouts, miniStruct, miniTable } from './mini-table.js'
import { tsLayouts } from './ts-layouts.js'
import { tsRows } from './ts-rows.js'

const afterTypes = (text: string): string => text.slice(text.indexOf('export const'))

test('a C++ row names the function, its place in the table and the way of each value', () => {
  expect(cppRows(miniTable, miniLayouts)).toMatchInlineSnapshot(`
    "// Generated from api/mini.ts by npm run generate. Do not edit.
    row<7, &MINI_FUNCTIONS::pfnLook, Bool(At<96, Edict>, At<112, Vec3In>, At<128, StructRef<hit_t, Mode::Out>>), 1>("pfnLook"),
    row<8, &MINI_FUNCTIONS::pfnSay, Void(At<96, Int>, At<0, Format>)>("pfnSay"),
    row<9, &MINI_FUNCTIONS::pfnFind, Edict(At<0, Cstr<Life::Map>>)>("pfnFind"),
    "
  `)
})

test('a TypeScript row has the same offsets as the C++ row', () => {
  expect(afterTypes(tsRows([['engine', miniTable]], miniLayouts))).toMatchInlineSnapshot(`
    "export const rows: readonly Row[] = [
      { id: 7, table: 'engine', name: 'look', cName: 'pfnLook', params: [{ name: 'viewer', kind: 'edict', at: 96 }, { name: 'target', kind: 'vec3', at: 112, isNullable: true }, { name: 'hit', kind: 'struct', struct: 'hit_t', mode: 'out', count: 1, at: 128 }], returns: { kind: 'bool' }, defaultResult: 1 },
      { id: 8, table: 'engine', name: 'say', cName: 'pfnSay', params: [{ name: 'times', kind: 'int', at: 96 }, { name: 'text', kind: 'format', at: 0 }], returns: { kind: 'void' } },
      { id: 9, table: 'engine', name: 'find', cName: 'pfnFind', params: [{ name: 'name', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'edict', worldMeansNull: true }, obsolete: 'Use look.' },
    ]
    "
  `)
})

test('a TypeScript row says what needs a map', () => {
  const [first, ...rest] = miniTable.rows
  const rows = first === undefined ? [] : [{ ...first, needsMap: true } as const, ...rest]
  expect(tsRows([['engine', { ...miniTable, rows }]], miniLayouts).match(/needsMap: true/g)).toHaveLength(1)
})

test('a layout leaves out the pointers that scripts cannot follow', () => {
  expect(afterTypes(tsLayouts([miniStruct], miniLayouts))).toMatchInlineSnapshot(`
    "export const layouts: readonly StructRow[] = [
      {
        cName: 'hit_t',
        view: 'Hit',
        size: { lp64: 56, ilp32: 44 },
        fields: [
          { name: 'name', cName: 'szName', word: 'text', offset: { lp64: 0, ilp32: 0 }, count: 5 },
          { name: 'model', cName: 'model', word: 'string', offset: { lp64: 8, ilp32: 8 }, count: 1 },
          { name: 'place', cName: 'vecPlace', word: 'vec3', offset: { lp64: 24, ilp32: 16 }, count: 2 },
          { name: 'fraction', cName: 'fraction', word: 'f32', offset: { lp64: 48, ilp32: 40 }, count: 1 },
        ],
      },
    ]
    "
  `)
})
