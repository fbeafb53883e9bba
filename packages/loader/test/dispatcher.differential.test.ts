/**
 * The dispatcher of the SDK against the reference, on random plugins with random listeners. How many cases, and from which
 * seed, can be set in the environment: METAMOD_DISPATCHER_CASES and METAMOD_DISPATCHER_SEED. A case in which the two differ
 * is made as small as it goes and printed with what each side saw.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cases } from './dispatcher/cases.js'
import type { Case } from './dispatcher/cases.js'
import { runInReference } from './dispatcher/expected.js'
import { functions, runInDispatcher } from './dispatcher/real.js'

const numRuns = Number(process.env['METAMOD_DISPATCHER_CASES'] ?? 30_000)
const seed = Number(process.env['METAMOD_DISPATCHER_SEED'] ?? 20260102)

function requireSame(described: Case): void {
  const [real, expected] = [runInDispatcher(described), runInReference(described, functions)]
  if (real.length === expected.length && real.every((line, i) => line === expected[i])) return
  const names = described.functions.map((place, i) => `f${i} is ${functions[place]?.row.name ?? '?'}`)
  const lines = (all: readonly string[]): string[] =>
    all.map((line, i) => `${mark(real[i], expected[i])} ${line}`)
  throw new Error(
    [names.join(', '), 'the dispatcher:', ...lines(real), 'the reference:', ...lines(expected)].join('\n'),
  )
}

const mark = (one: string | undefined, other: string | undefined): string => (one === other ? ' ' : '>')

test('the dispatcher and the reference see the same in every case', { timeout: 10 * 60 * 1000 }, () => {
  const started = Date.now()
  fc.assert(fc.property(cases(functions.length), requireSame), { seed, numRuns })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`dispatcher: ${numRuns} cases from seed ${seed} in ${seconds} s`)
})

test('the cases use every function and answer, nest, and change plugins inside hooks', () => {
  const sample = fc.sample(cases(functions.length), { seed, numRuns: 2_000 })
  const listeners = sample.flatMap(({ plugins }) => plugins.flatMap((plugin) => plugin.listeners))
  const lines = sample.flatMap((described) => runInDispatcher(described))
  const all = (items: readonly unknown[]): number => new Set(items).size
  expect(all(sample.flatMap((described) => described.functions))).toBe(functions.length)
  expect(all(listeners.map(({ answer }) => answer))).toBe(9)
  expect(all(listeners.flatMap(({ actions }) => actions.map(({ op }) => op)))).toBe(7)
  // A listener inside another: somebody begins before somebody else has answered.
  expect(lines.some((line, i) => line.includes(' begins') && lines[i - 1]?.includes(' begins'))).toBe(true)
  for (const word of ['native', 'error of plugin', 'status 4, previous 4']) {
    expect(lines.filter((line) => line.includes(word)).length).toBeGreaterThan(100)
  }
})
