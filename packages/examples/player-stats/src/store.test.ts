import { afterEach, beforeEach, expect, test } from 'vitest'

import { Store, type PlayerRow } from './store.js'

let store: Store
beforeEach(() => {
  store = new Store(':memory:')
})
afterEach(() => store.close())

const row = (authId: string, counts: Partial<PlayerRow> = {}): PlayerRow => ({
  authId,
  name: authId.toLowerCase(),
  kills: 0,
  deaths: 0,
  lines: 0,
  seconds: 0,
  ...counts,
})

test('what a player did is added to what the player had, under the latest name', () => {
  store.add([row('A', { kills: 2, seconds: 1.5 })])
  store.add([row('A', { kills: 1, deaths: 4, name: "O'Neil" })])
  expect(store.of('A')).toEqual({ authId: 'A', name: "O'Neil", kills: 3, deaths: 4, lines: 0, seconds: 1.5 })
  expect(store.of('B')).toBeNull()
})

test('the best come first, and equals share a rank', () => {
  store.add([row('A', { kills: 1 }), row('B', { kills: 5 }), row('C', { kills: 1, deaths: 1 })])
  expect(store.top(2).map(({ authId }) => authId)).toEqual(['B', 'A'])
  expect(['A', 'B', 'C', 'D'].map((id) => store.rankOf(id))).toEqual([2, 1, 2, null])
})

test('all rows are added or none', () => {
  const broken = { ...row('B'), name: null } as unknown as PlayerRow
  expect(() => store.add([row('A'), broken])).toThrow(/NOT NULL/)
  expect(store.of('A')).toBeNull()
  store.add([])
  store.add([row('A')])
  expect(store.of('A')).not.toBeNull()
})
