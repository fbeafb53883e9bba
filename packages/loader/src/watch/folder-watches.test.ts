import { mkdirSync, renameSync, rmSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

import { afterEach, expect, test, vi } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { FolderWatches } from './folder-watches.js'

const folder = temporaryFolder()
const undos: (() => void)[] = []
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
})

function fail(code: string): () => FSWatcher {
  return () => {
    throw Object.assign(new Error(`${code}: System limit for number of file watchers reached`), { code })
  }
}

function watch(watches: FolderWatches, path = folder.path): (string | null)[] {
  const names: (string | null)[] = []
  undos.push(watches.watch(path, (name) => names.push(name)))
  return names
}

test('listeners of one folder share a watcher, which is closed with the last of them', async () => {
  const watches = new FolderWatches(() => undefined)
  const [first, second] = [watch(watches), watch(watches)]
  expect(watches.watched).toBe(1)
  folder.write('shared.ts', '')
  await expect.poll(() => [first[0], second[0]]).toEqual(['shared.ts', 'shared.ts'])
  undos.pop()?.()
  expect(watches.watched).toBe(1)
  undos.pop()?.()
  expect(watches.watched).toBe(0)
})

test('where the system has no watchers left, that is said, and listeners look for themselves at each poll', () => {
  const trouble: string[] = []
  const watches = new FolderWatches((why) => trouble.push(why), fail('ENOSPC'))
  const names = watch(watches)
  expect(trouble).toEqual([expect.stringContaining('ENOSPC')])
  watches.poll()
  watches.poll()
  expect(names).toEqual([null, null])
  expect(watches.watched).toBe(0)
})

test('a watcher that fails later is given up, and its listeners look for themselves', async () => {
  const { EventEmitter } = await import('node:events')
  const watcher = Object.assign(new EventEmitter(), { close: vi.fn() }) as unknown as FSWatcher
  const trouble: string[] = []
  const watches = new FolderWatches(
    (why) => trouble.push(why),
    () => watcher,
  )
  const names = watch(watches)
  watcher.emit('error', new Error('the disk is gone'))
  expect(trouble).toEqual(['the disk is gone'])
  expect(watches.watched).toBe(0)
  watches.poll()
  expect(names).toEqual([null])
})

test('a folder that does not exist is no trouble, and is watched once it is there', () => {
  const trouble: string[] = []
  const watches = new FolderWatches((why) => trouble.push(why))
  const path = join(folder.path, 'later')
  const names = watch(watches, path)
  expect([trouble, watches.watched]).toEqual([[], 0])
  mkdirSync(path)
  watches.poll()
  expect([names, watches.watched]).toEqual([[null], 1])
})

test('a folder in whose place another one has come is watched anew', async () => {
  const watches = new FolderWatches(() => undefined)
  const path = join(folder.path, 'replaced')
  mkdirSync(path)
  const names = watch(watches, path)
  mkdirSync(`${path}~`)
  rmSync(path, { recursive: true })
  renameSync(`${path}~`, path)
  watches.poll()
  await expect.poll(() => names).toContain(null)
  names.length = 0
  folder.write('replaced/new.ts', '')
  await expect.poll(() => names).toContain('new.ts')
})
