import { expect, test } from 'vitest'

import { definePlugin } from './define-plugin.js'
import { Handover } from './handover.js'
import type { HandedOver } from './handover.js'
import { testServer } from './raw/testing/test-server.js'

/** What the next version gets for a value, and what the log is told. */
function handOver(value: unknown): { got: unknown; told: string[] } {
  const told: string[] = []
  const old = new Handover()
  old.take('key', () => value)
  const left = old.pack((key, why) => told.push(`${key}: ${why}`))
  return { got: new Handover(left).take('key', () => 'initial'), told }
}

test('the first version gets what initial makes, and the same object whenever it asks', () => {
  const handover = new Handover()
  const scores = handover.take('scores', () => new Map())
  expect(scores).toEqual(new Map())
  expect(handover.take('scores', () => new Map())).toBe(scores)
})

test('an initial that throws leaves nothing behind, and is asked again', () => {
  const handover = new Handover()
  const fail = (): never => {
    throw new Error('not now')
  }
  expect(() => handover.take('key', fail)).toThrow('not now')
  expect(handover.take('key', () => 1)).toBe(1)
})

test.each<[string, unknown]>([
  ['a map of numbers', new Map([['Ada', 7]])],
  ['objects in arrays in sets', new Set([[{ deep: { deeper: [1, 'two', null, undefined, 3n, NaN] } }]])],
  ['dates, patterns and bytes', { at: new Date(5), like: /x/gi, raw: new Uint8Array([1, 2, 3]) }],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
  ['a plain number', 5],
  ['null', null],
])('%s arrives as a copy', (_, value) => {
  const { got, told } = handOver(value)
  expect(got).toEqual(value)
  expect(told).toEqual([])
  if (typeof value === 'object' && value !== null) expect(got).not.toBe(value)
})

test('a ring of objects arrives as a ring', () => {
  const ring: { self?: object } = {}
  ring.self = ring
  const got = handOver(ring).got as typeof ring
  expect(got.self).toBe(got)
})

test('a chain of 100,000 links is looked through without running out of stack', () => {
  let chain: object = {}
  for (let link = 0; link < 100_000; link += 1) chain = { chain }
  // The serializer is recursive, and says itself when it is too much for it.
  expect(handOver(chain)).toEqual({
    got: 'initial',
    told: [expect.stringMatching(/^key: it cannot be read: /)],
  })
})

class Score {
  readonly points = 1
}

const secret = {
  get points(): number {
    throw new Error('sealed')
  },
}

test.each<[string, unknown, string]>([
  ['a function', () => 1, 'key: it is a function; hand over data only'],
  ['a symbol', Symbol('s'), 'key: it is Symbol(s); hand over data only'],
  [
    'an object of a class',
    new Map([['Ada', { score: new Score() }]]),
    'key: Ada.score in it is an object of class Score, which would lose its class; hand over plain data and make it anew',
  ],
  ['a promise', [Promise.resolve(1)], 'key: 0 in it is a Promise; hand over what it brings'],
  [
    'an object of a class without a name',
    Object.create(Object.create(Object.create(null) as object) as object),
    'key: it is an object, which would lose its class; ',
  ],
  ['a getter that throws', secret, 'key: it cannot be read: sealed'],
  [
    'a weak map',
    { a: new WeakMap() },
    'key: a in it is an object of class WeakMap, which would lose its class; ',
  ],
])('%s is named with its key and place, and the next version starts anew', (_, value, message) => {
  const { got, told } = handOver(value)
  expect(got).toBe('initial')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(message)
})

test('an entity is named, and what else was handed over arrives', () => {
  const server = testServer()
  const entity = server.plugin.entity(1)
  const old = new Handover()
  old.take('owner', () => ({ entity }))
  old.take('count', () => [3])
  const told: string[] = []
  const next = new Handover(old.pack((key, why) => told.push(`${key}: ${why}`)))
  expect(told).toEqual([
    'owner: entity in it is an Entity; hand over its index and serial number, or find it again',
  ])
  expect(next.take('count', () => [0])).toEqual([3])
})

test('what a version does not ask for is not there for the one after', () => {
  const first = new Handover()
  first.take('forgotten', () => 1)
  const second = new Handover(first.pack(() => undefined))
  const third = new Handover(second.pack(() => undefined))
  expect(third.take('forgotten', () => 'initial')).toBe('initial')
})

test('a version that changes what it got leaves what was handed over as it was', () => {
  const old = new Handover()
  old.take('bytes', () => new Uint8Array([1, 2, 3]))
  const left = old.pack(() => undefined)
  new Handover(left).take('bytes', () => new Uint8Array()).fill(9)
  expect(new Handover(left).take('bytes', () => new Uint8Array())).toEqual(new Uint8Array([1, 2, 3]))
})

const definition = definePlugin({
  name: 'T',
  version: '1',
  author: '',
  url: '',
  logTag: 'T',
  attach: () => undefined,
})

test('a plugin takes what its version before has handed over, and nothing once it is unloaded', () => {
  const { host } = testServer()
  const old = host.createPlugin(2, definition)
  old.plugin.handover('names', () => new Set<string>()).add('Ada')
  const left: HandedOver = old.handOver(() => undefined)
  old.dispose()
  const { plugin } = host.createPlugin(2, definition, left)
  expect(plugin.handover('names', () => new Set())).toEqual(new Set(['Ada']))
  expect(() => old.plugin.handover('names', () => 1)).toThrow(/^handover: the plugin was unloaded/)
})

test.each<[unknown, unknown, string]>([
  [1, () => 1, 'handover: key must be a string, got 1'],
  ['key', 1, 'handover: initial must be a function, got 1'],
])('handover(%o, …) is refused', (key, initial, message) => {
  const { plugin } = testServer()
  expect(() => plugin.handover(key as string, initial as () => unknown)).toThrow(message)
})
