import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { FileWatch } from './file-watch.js'
import { FolderWatches } from './folder-watches.js'

const folder = temporaryFolder()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A file that is watched, what was told of it, and a way to say what the system says. */
function watched() {
  let say: (name: string | null) => void = () => undefined
  const folders = new FolderWatches(
    () => undefined,
    (_, listener) => {
      say = listener
      return { close: () => undefined, on: () => undefined } as never
    },
  )
  const told: (string | null)[] = []
  const watch = new FileWatch(folders, 30, (file) => told.push(file))
  onTestFinished(() => watch.close())
  const file = folder.write('a.ts', '')
  watch.set(new Set([file]), false)
  return { file, told, watch, saves: (name: string | null) => say(name) }
}

test('what is saved twice within the rest is told once, when it has rested since the second', () => {
  const { file, told, saves } = watched()
  saves('a.ts')
  vi.advanceTimersByTime(20)
  saves('a.ts')
  vi.advanceTimersByTime(29)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([file])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([file])
})

test('saves with a rest between them are told each', () => {
  const { file, told, saves } = watched()
  for (let save = 0; save < 3; save += 1) {
    saves('a.ts')
    vi.advanceTimersByTime(31)
  }
  expect(told).toEqual([file, file, file])
})

test('nothing is told of a neighbour, nor when it was closed before the rest was over', () => {
  const { told, watch, saves } = watched()
  saves('b.ts')
  vi.advanceTimersByTime(100)
  saves('a.ts')
  watch.close()
  vi.advanceTimersByTime(100)
  expect(told).toEqual([])
})

test('where the system does not say what has changed, the files are looked at', () => {
  const { file, told, saves } = watched()
  saves(null)
  vi.advanceTimersByTime(100)
  expect(told).toEqual([])
  folder.write('a.ts', 'longer')
  saves(null)
  vi.advanceTimersByTime(100)
  expect(told).toEqual([file])
})
