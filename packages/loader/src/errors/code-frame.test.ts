import fc from 'fast-check'
import { expect, test } from 'vitest'

import { codeFrame } from './code-frame.js'

const text = 'one\n\ttwo three\r\nfour\n'

test('the line is marked, its neighbours are beside it, and a tab is as wide as in the other lines', () => {
  expect(codeFrame(text, { line: 2, column: 6 })).toEqual([
    '  1 | one',
    '> 2 |     two three',
    '    |         ^',
    '  3 | four',
  ])
})

test('the first line has none before it, and the last none after it', () => {
  expect(codeFrame(text, { line: 1, column: 1 })).toEqual(['> 1 | one', '    | ^', '  2 |     two three'])
  expect(codeFrame(text, { line: 3, column: 5 })).toEqual([
    '  2 |     two three',
    '> 3 | four',
    '    |     ^',
  ])
})

test('numbers are as wide as the widest', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n')
  expect(codeFrame(lines, { line: 9, column: 1 })).toEqual([
    '   8 | line 8',
    '>  9 | line 9',
    '     | ^',
    '  10 | line 10',
  ])
})

test('of a line of a megabyte what lies around the column is shown', () => {
  const line = `${'a'.repeat(500_000)}HERE${'b'.repeat(500_000)}`
  const [marked = '', caret = ''] = codeFrame(line, { line: 1, column: 500_001 })
  expect(marked).toMatch(/^> 1 \| …a+HEREb+…$/)
  expect(marked.length).toBeLessThan(120)
  expect(marked[caret.indexOf('^')]).toBe('H')
})

test('a position that the text does not have shows nothing, because the text is another one', () => {
  expect(codeFrame(text, { line: 9, column: 1 })).toEqual([])
  expect(codeFrame(text, { line: 1, column: 5 })).toEqual([])
  expect(codeFrame(text, { line: 0, column: 1 })).toEqual([])
  expect(codeFrame(text, { line: 1, column: 0 })).toEqual([])
  expect(codeFrame('', { line: 1, column: 1 })).toEqual([])
})

test('whatever the text, no line of a frame is long or has a control character', () => {
  const position = fc.record({
    line: fc.integer({ min: 1, max: 6 }),
    column: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), position, (source, at) => {
      const frame = codeFrame(source, at)
      expect(frame.length === 0 || (frame.length >= 2 && frame.length <= 4)).toBe(true)
      expect(frame.filter((line) => line.length >= 120)).toEqual([])
      expect(frame.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }),
  )
})
