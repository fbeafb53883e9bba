import { expect, test } from 'vitest'

import { cstr, embedded, f32, hidden, text, u8, vec3 } from '../fields.js'
import { Layouts } from './layout.js'

const inner = hidden('inner_t', 'inner_s', 'Inside.', [u8('flag'), cstr('name')])
const outer = hidden('outer_t', 'outer_s', 'Outside.', [
  text('label', 'label', 3),
  embedded('pair', 'pair', 'inner_t', 2),
  vec3('place'),
  f32('scale'),
])
const layouts = new Layouts([inner, outer])

test('a pointer begins at a multiple of its word size and the struct ends at one', () => {
  expect(layouts.of('inner_t')).toEqual({
    size: { lp64: 16, ilp32: 8 },
    offsets: new Map([
      ['flag', { lp64: 0, ilp32: 0 }],
      ['name', { lp64: 8, ilp32: 4 }],
    ]),
  })
})

test('an array of structs takes the alignment of its element', () => {
  const { size, offsets } = layouts.of('outer_t')
  expect(offsets.get('pair')).toEqual({ lp64: 8, ilp32: 4 })
  expect(offsets.get('place')).toEqual({ lp64: 40, ilp32: 20 })
  expect(size).toEqual({ lp64: 56, ilp32: 36 })
})

test('a struct that nobody declared is named in the error', () => {
  expect(() => layouts.of('missing_t')).toThrow('api/structs.ts has no struct missing_t')
})
