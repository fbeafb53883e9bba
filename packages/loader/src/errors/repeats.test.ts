import { beforeEach, expect, test } from 'vitest'

import { Repeats } from './repeats.js'

const culprit = {}
let nowMs: number
let repeats: Repeats

beforeEach(() => {
  nowMs = 0
  repeats = new Repeats(() => nowMs)
})

const told = (count: number): number[] =>
  Array.from({ length: count }, () => repeats.count(culprit, 'a mistake')).filter((number) => number !== null)

test('the 1st, the 10th, the 100th are told', () => {
  expect(told(150)).toEqual([1, 10, 100])
})

test('one that comes when none was told for a minute is told as well', () => {
  told(3)
  nowMs = 59_999
  expect(told(1)).toEqual([])
  nowMs = 60_000
  expect(told(3)).toEqual([5])
})

test('those of which nothing was told yet are told when the culprit changes', () => {
  told(13)
  repeats.count(culprit, 'another')
  expect(repeats.forget(culprit)).toEqual([{ mistake: 'a mistake', count: 13 }])
  expect(repeats.forget(culprit)).toEqual([])
  expect(told(1)).toEqual([1])
})
