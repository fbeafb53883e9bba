import { afterEach, expect, test } from 'vitest'

import type { Owner } from '@csr/metamod-sdk/host'

import { calledBackBy } from './attribution-place.js'
import { Attribution, marksPromises, mayStartAsync } from './attribution.js'

const host: { running: Owner | null } = { running: null }
const attribution = new Attribution(host)
const ownerOf = (slot: number): Owner => ({ slot, isPaused: false })

afterEach(() => attribution.stop())

function as<Result>(owner: Owner, call: () => Result): Result {
  host.running = owner
  try {
    return call()
  } finally {
    host.running = null
  }
}

test.skipIf(!marksPromises())(
  'what begins in a timer or behind an await is of the plugin that began it all',
  async () => {
    const [one, two] = [ownerOf(1), ownerOf(2)]
    attribution.expect('/one.ts', 'async')
    const seen = async (): Promise<unknown> => {
      await Promise.resolve()
      const inTimer = await new Promise((done) => setTimeout(() => done(attribution.current()), 1))
      return [inTimer, attribution.current(Promise.resolve())]
    }
    expect(await Promise.all([as(one, seen), as(two, seen)])).toEqual([
      [one, one],
      [two, two],
    ])
  },
)

test('a plugin that cannot start anything has nothing marked', () => {
  attribution.expect('/idle.ts', 'exports.attach = () => 1')
  const promise = as(ownerOf(1), () => Promise.resolve())
  expect(attribution.current(promise)).toBeNull()
  expect([...attribution.suspects]).not.toContain('/idle.ts')
})

test.each([
  ['const { version } = require("@csr/metamod-sdk"); plugin.on.think(() => {})', false],
  ['require("node:url").pathToFileURL(__filename)', false],
  ['class Tally { constructor() { this.processed = 1 } }', false],
  ['await_ = asynchronous', false],
  ['async () => {}', true],
  ['later.then(next)', true],
  ['setTimeout(next, 1)', true],
  ['globalThis["set" + "Timeout"](next)', true],
  ['require("node:fs")', true],
  ["require('ws')", true],
  ['require(name)', true],
  ['import("node:fs")', true],
  ['fetch(url)', true],
  ['new AbortController()', true],
])('%j may start something: %s', (code, expected) => {
  expect(mayStartAsync(`${code}\n//# sourceMappingURL=data:async fetch(`)).toBe(expected)
})

test.each([
  ['18.20.8', false],
  ['20.19.5', false],
  ['20.20.0', true],
  ['21.7.3', false],
  ['22.21.1', false],
  ['22.22.0', true],
  ['24.11.1', false],
  ['24.13.0', true],
  ['26.0.0', true],
])('Node %s marks promises: %s', (version, expected) => {
  expect(marksPromises(version)).toBe(expected)
})

test('what called back has a name, and what is strange has one too', () => {
  expect(calledBackBy(setTimeout(() => undefined, 0))).toBe('a timer')
  expect(calledBackBy(Promise.resolve())).toBe('a promise')
  expect(calledBackBy(null)).toBe('a callback')
  expect(calledBackBy(Object.create(null) as object)).toBe('a callback')
  expect(calledBackBy({ constructor: null })).toBe('a callback')
})
