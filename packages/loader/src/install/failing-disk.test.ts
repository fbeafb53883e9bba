import { describe, expect, test } from 'vitest'

import { GameFolder, hostedGame, installed, makeSources, xashGame } from '../testing/game-folder.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { applyChanges } from './change.js'
import { realDisk, type Disk } from './disk.js'

const root = temporaryFolder()
const sources = makeSources(root, 'amd64')
const sources32 = makeSources(root, 'i386')

/** A disk whose nth operation of a kind fails, and all later ones of that kind. */
function failingDisk(operation: keyof Disk, nth: number, code: string): Disk {
  let count = 0
  const broken = (...args: unknown[]): unknown => {
    count += 1
    if (count >= nth) throw Object.assign(new Error(`${code}: no`), { code })
    return (realDisk[operation] as (...args: unknown[]) => unknown)(...args)
  }
  return { ...realDisk, [operation]: broken }
}

const isUndone = /; what was done before it is undone, nothing has changed$/

describe('a disk that fails', () => {
  test.each([1, 2, 5, 9, 11])(
    'full at file %i of an installation leaves everything as it was',
    async (nth) => {
      const game = xashGame(root).write('addons/metamod/dlls/metamod_amd64.so', 'older')
      const before = game.snapshot()
      const disk = failingDisk('write', nth, 'ENOSPC')
      const failure = installed(game, { sources, disk })
      await expect(failure).rejects.toThrow(/the disk is full; make room on it/)
      await expect(failure).rejects.toThrow(isUndone)
      expect(game.snapshot()).toEqual(before)
    },
  )

  test.each([1, 4])('full at file %i of an upgrade leaves the version before', async (nth) => {
    const game = hostedGame(root)
    await installed(game, { sources: sources32, mode: 'guest' })
    const before = game.snapshot()
    const next = makeSources(root, 'i386', 'second')
    const disk = failingDisk('write', nth, 'ENOSPC')
    await expect(installed(game, { sources: next, mode: 'guest', disk })).rejects.toThrow(isUndone)
    expect(game.snapshot()).toEqual(before)
  })

  test('a file that was half written before the disk was full is gone', async () => {
    const game = xashGame(root)
    const before = game.snapshot()
    const disk: Disk = {
      ...realDisk,
      write(path, content, mode, like) {
        realDisk.write(path, content.subarray(0, 3), mode, like)
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      },
    }
    await expect(installed(game, { sources, disk })).rejects.toThrow(isUndone)
    expect(game.snapshot()).toEqual(before)
  })

  test.each([
    ['EROFS', 'the file system is read-only; mount it for writing'],
    ['EACCES', 'no permission to write there; run this as the user that the game directory belongs to'],
  ])('%s is explained with its cure', async (code, message) => {
    const disk = failingDisk('makeFolder', 1, code)
    await expect(installed(xashGame(root), { sources, disk })).rejects.toThrow(message)
  })

  test('what cannot be put back is named', () => {
    const game = new GameFolder(root, 'valve').write('a', 'a').write('b', 'b')
    const disk = failingDisk('rename', 2, 'EROFS')
    const remove = (path: string) => ({ kind: 'remove', path, shown: '' }) as const
    expect(() => applyChanges(game.path, [remove('a'), remove('b')], disk)).toThrow(
      `b: the file system is read-only; mount it for writing; these could not be put back: ${game.path}/a; each is there as NAME.metamod-old`,
    )
    expect(game.files()).toEqual(['a.metamod-old', 'b'])
  })
})
