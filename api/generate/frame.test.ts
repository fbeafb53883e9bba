import { expect, test } from 'vitest'

import { cstr, cstrOut, edict, fn, int, intOut, nothing, outText, struct, vec3 } from '../params.js'
import type { Parameter } from '../schema.js'
import { frameOffsets } from './frame.js'
import { miniLayouts } from './mini-table.js'

const offsets = (...params: Parameter[]): number[] =>
  frameOffsets(fn('pfnAny', 'any', params, nothing, 'Does anything.'), miniLayouts)

test('numbers and entities take a word of eight bytes each, from byte 96 on', () => {
  expect(offsets(int('a'), edict('b'), intOut('c'))).toEqual([96, 104, 112])
})

test('what is sixteen bytes or larger begins at a multiple of sixteen', () => {
  expect(offsets(int('a'), vec3('b'), int('c'))).toEqual([96, 112, 128])
})

test('texts that are only read take no place', () => {
  expect(offsets(cstr('a'), int('b'))).toEqual([0, 96])
})

test('a struct takes its larger size of both word sizes, after the word that says whether it is there', () => {
  expect(miniLayouts.of('hit_t').size).toEqual({ lp64: 56, ilp32: 44 })
  expect(offsets(struct('a', 'hit_t', 'in', { count: 2 }), int('b'))).toEqual([96, 96 + 16 + 112])
})

test('texts that the callee writes take their whole size', () => {
  expect(offsets(outText('a', 100), cstrOut('b'), int('c'))).toEqual([96, 208, 464])
})
