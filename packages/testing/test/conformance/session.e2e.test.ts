/** Every function that engine and game call each other by in a whole session: seen alike on both servers. */
import { hookableFunctions } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { playBoth } from './conforms.js'
import { playSession } from './session.js'
import { callWord, traceAll } from './trace-all.js'

// Before the tests, because which functions are called decides which tests there are.
const seen = await playBoth({ plugins: (note) => [traceAll(note)] }, playSession)

test('the lines of the console are the same', () => {
  const printed = (lines: readonly string[]): string[] => lines.filter((line) => !line.startsWith('- '))
  expect(printed(seen.testing)).toEqual(printed(seen.native))
})

test('all functions are called in one order', () => {
  const order = (lines: readonly string[]): string[] =>
    lines.filter((line) => line.startsWith('- ')).map((line) => line.split(' ').slice(1, 3).join(' '))
  expect(order(seen.testing)).toEqual(order(seen.native))
})

for (const phase of ['pre', 'post'] as const) {
  describe(`${phase} hooks`, () => {
    for (const callee of hookableFunctions) {
      const start = `- ${callWord({ ...callee, phase })} `
      const calls = (lines: readonly string[]): string[] =>
        lines.filter((line) => `${line} `.startsWith(start))
      if (calls(seen.native).length + calls(seen.testing).length === 0) continue
      test(`${callee.table}.${callee.name} is called as often, with the same values`, () => {
        expect(calls(seen.testing)).toEqual(calls(seen.native))
      })
    }
  })
}
