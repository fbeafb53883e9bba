import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import {
  hldsGame,
  hostedGame,
  installed,
  liblist,
  makeSources,
  uninstalled,
  xashGame,
} from '../testing/game-folder.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const root = temporaryFolder()
const sources = makeSources(root, 'amd64')
const sources32 = makeSources(root, 'i386')

describe('uninstall', () => {
  test.each([
    ['Xash3D', () => xashGame(root), { sources }],
    ['HLDS', () => hldsGame(root), { sources: sources32 }],
    ['another Metamod', () => hostedGame(root), { sources: sources32, mode: 'guest' }],
    [
      'a Xash3D that had some of our files',
      () => xashGame(root).write('addons/metamod/dlls/metamod_amd64.so', 'x'),
      { sources },
    ],
  ] as const)('leaves a game directory of %s as it was, byte for byte', async (_engine, make, options) => {
    const game = make()
    const before = game.snapshot()
    await installed(game, options)
    expect((await uninstalled(game)).at(-1)).toBe('uninstalled')
    expect(game.snapshot()).toEqual(before)
  })

  test('after an upgrade leaves it as it was before the first installation', async () => {
    const game = xashGame(root)
    const before = game.snapshot()
    await installed(game, { sources })
    await installed(game, { sources: makeSources(root, 'amd64', 'second') })
    await uninstalled(game)
    expect(game.snapshot()).toEqual(before)
  })

  test("keeps the administrator's plugins.ini and says so", async () => {
    const game = xashGame(root)
    await installed(game, { sources })
    game.write('addons/metamod/plugins.ini', 'ts addons/mine.ts\n')
    const printed = await uninstalled(game)
    expect(printed).toContain(
      "keep    addons/metamod/plugins.ini, because it was edited since; '--purge' removes it",
    )
    expect(game.files().filter((name) => name.startsWith('addons'))).toEqual(['addons/metamod/plugins.ini'])
  })

  test('--purge removes it as well', async () => {
    const game = xashGame(root)
    const before = game.snapshot()
    await installed(game, { sources })
    game.write('addons/metamod/plugins.ini', 'ts addons/mine.ts\n')
    await uninstalled(game, true)
    expect(game.snapshot()).toEqual(before)
  })

  test('puts only our line back in settings that were edited since, and keeps the other edits', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    game.write(
      'liblist.gam',
      Buffer.from(game.read('liblist.gam').replace('multiplayer_only', 'any'), 'latin1'),
    )
    const printed = await uninstalled(game)
    expect(printed).toContain(
      'change  liblist.gam: gamedll_linux "addons/metamod/dlls/metamod_hlds.so" -> gamedll_linux "dlls/cs.so"',
    )
    expect(printed).toContain(
      'keep    liblist.gam otherwise, because it was edited since; as it was: liblist.gam.metamod-backup',
    )
    expect(game.read('liblist.gam')).toBe(liblist.replace('multiplayer_only', 'any'))
  })

  test('never leaves the engine with a line that leads to what is gone', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    const commented = game.read('liblist.gam').replace('metamod_hlds.so"', 'metamod_hlds.so" // Metamod')
    game.write('liblist.gam', Buffer.from(commented, 'latin1'))
    await uninstalled(game)
    expect(game.read('liblist.gam')).toBe(liblist)
  })

  test('leaves settings alone that lead somewhere else by now', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    game.write('liblist.gam', 'gamedll_linux "addons/other/metamod.so"\n')
    const printed = await uninstalled(game)
    expect(printed).toContain(
      'keep    liblist.gam, because it was edited since; as it was: liblist.gam.metamod-backup',
    )
    expect(game.read('liblist.gam')).toBe('gamedll_linux "addons/other/metamod.so"\n')
  })

  test('names no backup that is not there, as after an uninstall that was cut off', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    game.write('liblist.gam', Buffer.from(liblist, 'latin1'))
    rmSync(join(game.path, 'liblist.gam.metamod-backup'))
    expect(await uninstalled(game)).toContain('keep    liblist.gam, because it was edited since')
    expect(game.read('liblist.gam')).toBe(liblist)
  })

  test('where nothing is installed is refused', async () => {
    await expect(uninstalled(xashGame(root))).rejects.toThrow(
      /valve: nothing is installed here; there is neither addons\/metamod\/install\.json nor addons\/metamod-ts\/install\.json$/,
    )
  })
})
