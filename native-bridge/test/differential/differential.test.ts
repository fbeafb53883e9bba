/**
 * The core's dispatch against the reference, on random plugins. How many cases, and from which seed, can be set in the
 * environment: METAMOD_DIFFERENTIAL_CASES and METAMOD_DIFFERENTIAL_SEED. A case in which the two differ is made as small as
 * it goes and printed with what each side saw.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cases } from './cases.js'
import type { Case } from './cases.js'
import { listedFunctions, runInCore } from './driver.js'
import { describeCase, describeTrace } from './readable.js'
import { runInReference } from './reference.js'

// Under the sanitizers the same is a question of memory, and takes longer.
const isSanitized = process.env['LD_PRELOAD']?.includes('asan') === true
const numRuns = Number(process.env['METAMOD_DIFFERENTIAL_CASES'] ?? (isSanitized ? 5_000 : 100_000))
const seed = Number(process.env['METAMOD_DIFFERENTIAL_SEED'] ?? 20260101)
/** Cases to one start of the core, which costs more than all of them. */
const batchSize = 2_000

const anyCase = cases(listedFunctions.length)
const inReference = (each: Case): number[] => runInReference(each, listedFunctions)
const isSame = (core: Int32Array | undefined, reference: readonly number[]): boolean =>
  core?.length === reference.length && reference.every((word, i) => core[i] === word)

/** What is wrong with a case, in words; null for one in which both sides see the same. */
function difference(each: Case): string | null {
  const reference = inReference(each)
  const words = (core: readonly string[]): string =>
    [
      describeCase(each, listedFunctions),
      'the core:',
      ...core,
      'the reference:',
      ...describeTrace(reference),
    ].join('\n')
  try {
    const [core = new Int32Array()] = runInCore([each])
    return isSame(core, reference) ? null : words(describeTrace(core))
  } catch (error) {
    return words([`  ${String(error)}`])
  }
}

/** Where in a batch the first difference is; -1 for nowhere. */
function firstIn(batch: readonly Case[]): number {
  try {
    const traces = runInCore(batch)
    return batch.findIndex((each, i) => !isSame(traces[i], inReference(each)))
  } catch (error) {
    // The core did not live to the end. A case that it only dies of after others is not made smaller.
    const alone = batch.findIndex((each) => difference(each) !== null)
    if (alone === -1) throw error
    return alone
  }
}

/** The number, among the cases that the seed gives, of the first in which the two sides differ; -1 if none does. */
function firstDifference(): number {
  const search = { done: 0, found: -1, batch: [] as Case[] }
  const compare = (): void => {
    const place = firstIn(search.batch)
    if (place !== -1) search.found = search.done + place
    search.done += search.batch.length
    search.batch = []
  }
  const collect = (each: Case): void => {
    if (search.found !== -1) return
    search.batch.push(each)
    if (search.batch.length === batchSize) compare()
  }
  fc.assert(fc.property(anyCase, collect), { seed, numRuns })
  if (search.found === -1) compare()
  return search.found
}

/** The smallest case like the one of that number, in words. */
function smallest(number: number): string {
  const told: string[] = []
  const holds = (each: Case): boolean => {
    const found = difference(each)
    if (found !== null) told.push(found)
    return found === null
  }
  fc.check(fc.property(anyCase, holds), { seed, path: String(number), numRuns: number + 1 })
  return `case ${number} of seed ${seed}, made smaller\n${told.at(-1) ?? 'the difference is gone: it depends on the cases before it'}`
}

test('the core and the reference see the same in every case', { timeout: 60 * 60 * 1000 }, () => {
  const started = Date.now()
  const number = firstDifference()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`differential: ${numRuns} cases from seed ${seed} in ${seconds} s`)
  if (number !== -1) throw new Error(smallest(number))
})

test('the cases nest, change plugins on the way and make every mistake', () => {
  const traces = fc.sample(anyCase, { seed, numRuns: 2_000 }).map((each) => describeTrace(inReference(each)))
  const lines = traces.flat()
  const having = (part: string): number => lines.filter((line) => line.includes(part)).length
  expect(lines.length / traces.length).toBeGreaterThan(15)
  for (const kind of [0, 1, 2]) expect(having(`complaint ${kind}`)).toBeGreaterThan(50)
  for (const part of ['original default', 'status SUPERCEDE', 'previous HANDLED', 'the real f'])
    expect(having(part)).toBeGreaterThan(500)
  // Within one call at the top, functions that were called inside hooks give their results first.
  const nested = traces.filter((trace) => trace.filter((line) => line.includes('gave')).length > 3)
  expect(nested.length).toBeGreaterThan(500)
})
