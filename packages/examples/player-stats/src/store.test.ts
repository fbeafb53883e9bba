import fs, { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

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

test('a lock that a crashed server left is named, and gone it is as before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'metamod-stats-'))
  const file = join(folder, 'stats.db')
  mkdirSync(`${file}.lock`)
  expect(() => new Store(file)).toThrow(`remove ${file}.lock`)
  rmSync(`${file}.lock`, { recursive: true })
  const again = new Store(file)
  again.add([row('A')])
  expect(again.of('A')).not.toBeNull()
  again.close()
  rmSync(folder, { recursive: true })
})

test('two servers may share a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'metamod-stats-'))
  const [one, other] = [new Store(join(folder, 'stats.db')), new Store(join(folder, 'stats.db'))]
  one.add([row('A', { kills: 1 })])
  other.add([row('A', { kills: 2 })])
  expect(one.of('A')?.kills).toBe(3)
  one.close()
  other.close()
  rmSync(folder, { recursive: true })
})

test('a full disk is what the error says, and with room again it goes on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'metamod-stats-'))
  const onDisk = new Store(join(folder, 'stats.db'))
  const full = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  expect(() => onDisk.add([row('A')])).toThrow(/disk/)
  full.mockRestore()
  onDisk.add([row('A', { kills: 1 })])
  expect(onDisk.of('A')?.kills).toBe(1)
  onDisk.close()
  rmSync(folder, { recursive: true })
})
