import fc from 'fast-check'
import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { answerClient } from './client-meta.js'
import { subCommands } from './meta-command.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
// A debugger's port is the machine's, not the test's.
const names = subCommands.map(({ name }) => name).filter((name) => name !== 'inspect')
const ordinary = [
  '1',
  '2',
  '3',
  'a',
  'one',
  'ONE',
  'on',
  'TWO',
  'a.so',
  'b',
  'addons/b',
  '-1',
  '0',
  '1e1',
  '',
]
const word = fc.oneof(fc.constantFrom(...ordinary, ...names), fc.string({ unit: 'binary', maxLength: 3000 }))

/** What no console can show, or takes for the end of a line. */
const unprintable = /[\u0000-\u001f\u007f]/

test('whatever is typed is answered in lines that a console can show, and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), word), fc.array(word, { maxLength: 4 }))),
      (lines) => {
        const admin = new Admin(folder)
        admin.load('a.so', { name: 'One', logTag: 'ONE', unloadable: 2 })
        admin.load('b.so', { name: 'Two\nlines', logTag: 'TWO' })
        for (const [name, args] of lines) {
          const printed = admin.meta(name, ...args).filter((line) => !line.startsWith('[META]'))
          expect(printed.length).toBeGreaterThan(0)
          for (const line of printed) {
            expect(line).not.toMatch(unprintable)
            expect(line.length).toBeLessThanOrEqual(800)
          }
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('whatever a client types is answered in a few short lines', () => {
  const admin = new Admin(folder)
  admin.load('a.so', { name: 'One', author: 'x'.repeat(5000) })
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constantFrom('list', 'version')), { maxLength: 4 }), (words) => {
      const answer = answerClient(admin.plugins.all, words)
      expect(answer.length).toBeGreaterThan(0)
      expect(answer.join('\n').length).toBeLessThan(600)
      for (const line of answer) expect(line).not.toMatch(unprintable)
    }),
    { numRuns: 300 },
  )
})
