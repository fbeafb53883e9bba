import { beforeEach, expect, test } from 'vitest'

import { Failing } from './failing.js'

const plugin = {}
let nowMs: number
let failing: Failing

beforeEach(() => {
  nowMs = 0
  failing = new Failing(() => nowMs)
})

const fail = (count: number, limit = 3): boolean[] =>
  Array.from({ length: count }, () => failing.isTooMuch(plugin, limit))

test('as many failures within a second as the limit are borne, and one more is not', () => {
  expect(fail(4)).toEqual([false, false, false, true])
})

test('a second begins with the first failure, and the next one with the first after it', () => {
  fail(3)
  nowMs = 999
  expect(fail(1)).toEqual([true])
  fail(3)
  nowMs = 999 + 1000
  expect(fail(4)).toEqual([false, false, false, true])
})

test('what was too much once begins anew', () => {
  fail(4)
  expect(fail(4)).toEqual([false, false, false, true])
})

test('each plugin is counted for itself', () => {
  fail(3)
  expect(failing.isTooMuch({}, 3)).toBe(false)
})

test.each([0, -1, NaN])('a limit of %s is none', (limit) => {
  expect(fail(1000, limit)).not.toContain(true)
})

test('a limit may be lowered at any time', () => {
  fail(3)
  expect(fail(1, 2)).toEqual([true])
})
