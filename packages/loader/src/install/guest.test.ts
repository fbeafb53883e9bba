import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { elfLibrary } from '../testing/elf-library.js'
import {
  hldsGame,
  hostedGame,
  installed,
  makeSources,
  uninstalled,
  xashGame,
} from '../testing/game-folder.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const root = temporaryFolder()
const sources = makeSources(root, 'i386')
const sources64 = makeSources(root, 'amd64')
const guest = { sources, mode: 'guest' } as const
const ourLine = 'linux addons/metamod-ts/dlls/metamod_ts.so\n'

describe('install --guest', () => {
  test("adds one line to the host's plugins.ini and keeps to a folder of its own", async () => {
    const game = hostedGame(root)
    const printed = await installed(game, guest)
    expect(game.read('addons/metamod/plugins.ini')).toBe(
      `linux addons/amxmodx/dlls/amxmodx_mm_i386.so\n${ourLine}`,
    )
    expect(printed).toContain(
      'change  addons/metamod/plugins.ini: add linux addons/metamod-ts/dlls/metamod_ts.so; backup addons/metamod/plugins.ini.metamod-backup',
    )
    const files = game
      .files()
      .filter((name) => name.startsWith('addons/metamod-ts') && !name.includes('node_modules'))
    expect(files).toEqual([
      'addons/metamod-ts/config.ini',
      'addons/metamod-ts/dlls/metamod_node.node',
      'addons/metamod-ts/dlls/metamod_node18.so',
      'addons/metamod-ts/dlls/metamod_node20.so',
      'addons/metamod-ts/dlls/metamod_stub.so',
      'addons/metamod-ts/dlls/metamod_ts.so',
      'addons/metamod-ts/install.json',
      'addons/metamod-ts/plugins.ini',
    ])
    expect(game.read('liblist.gam')).toBe('gamedll_linux "addons/metamod/dlls/metamod_i386.so"\n')
  })

  test('a second time changes nothing', async () => {
    const game = hostedGame(root)
    await installed(game, guest)
    const before = game.snapshot()
    expect((await installed(game, guest)).at(-1)).toMatch(/nothing to do$/)
    expect(game.snapshot()).toEqual(before)
  })

  test('adds no second line where the administrator has written ours', async () => {
    const game = hostedGame(root).write(
      'addons/metamod/plugins.ini',
      'LINUX\taddons/metamod-ts/dlls/metamod_ts.so TypeScript\nlinux addons/x.so\n',
    )
    await installed(game, guest)
    expect(game.read('addons/metamod/plugins.ini')).not.toContain(ourLine)
  })

  test("makes the host's plugins.ini where it has none, and takes it away again", async () => {
    const game = hldsGame(root)
      .write('liblist.gam', 'gamedll_linux "addons/metamod/dlls/metamod_i386.so"\n')
      .write('addons/metamod/dlls/metamod_i386.so', elfLibrary({ architecture: 'i386' }))
    await installed(game, guest)
    expect(game.read('addons/metamod/plugins.ini')).toBe(ourLine)
    await uninstalled(game)
    expect(game.files()).not.toContain('addons/metamod/plugins.ini')
  })

  test("takes only its line out of a host's plugins.ini that it made and the administrator went on with", async () => {
    const game = hostedGame(root)
    rmSync(join(game.path, 'addons/metamod/plugins.ini'))
    await installed(game, guest)
    game.write('addons/metamod/plugins.ini', `${ourLine}linux addons/new.so\n`)
    await installed(game, { ...guest, sources: makeSources(root, 'i386', 'second') })
    await uninstalled(game)
    expect(game.read('addons/metamod/plugins.ini')).toBe('linux addons/new.so\n')
  })

  test('finds a host that the engine is started with by -dll', async () => {
    const game = xashGame(root).write(
      'addons/metamod-fwgs/dlls/metamod_amd64.so',
      elfLibrary({ architecture: 'amd64' }),
    )
    await installed(game, { ...guest, sources: sources64 })
    expect(game.read('addons/metamod-fwgs/plugins.ini')).toBe(ourLine)
  })

  test('--host names the file where there are several hosts', async () => {
    const game = xashGame(root).write('addons/a/dlls/metamod_amd64.so', 'x').write('addons/b/metamod.so', 'x')
    const options = { ...guest, sources: sources64 }
    await expect(installed(game, options)).rejects.toThrow(
      "has several Metamods, addons/a, addons/b; name the host's plugins.ini with '--host FILE'",
    )
    await installed(game, { ...options, host: 'addons/b/plugins.ini' })
    expect(game.read('addons/b/plugins.ini')).toBe(ourLine)
    expect((await installed(game, options)).at(-1)).toMatch(/nothing to do$/)
  })

  test('--host takes an absolute path as well, and refuses what cannot be the file', async () => {
    const game = hostedGame(root)
    for (const host of ['cstrike/addons/metamod/plugins.ini', '../plugins.ini', 'addons/metamod']) {
      await expect(installed(game, { ...guest, host })).rejects.toThrow(
        `--host ${host}: is no file in a folder of ${game.path}; name it from there, such as '--host addons/metamod/plugins.ini'`,
      )
    }
    await installed(game, { ...guest, host: join(game.path, 'addons/metamod/plugins.ini') })
    expect(game.read('addons/metamod/plugins.ini')).toContain(ourLine)
  })

  test('--host does not lead to a second Metamod of ours beside a standalone one', async () => {
    const game = xashGame(root)
    await installed(game, { sources: sources64 })
    const options = { ...guest, sources: sources64, host: 'addons/metamod/plugins.ini' }
    await expect(installed(game, options)).rejects.toThrow('is Metamod for TypeScript itself')
  })

  test('is refused where there is no host, or where the Metamod is ours', async () => {
    const game = xashGame(root)
    const options = { ...guest, sources: sources64 }
    await expect(installed(game, options)).rejects.toThrow(
      /has no other Metamod in addons\/; name the host's plugins\.ini/,
    )
    await installed(game, { sources: sources64 })
    await expect(installed(game, options)).rejects.toThrow(
      'addons/metamod: is Metamod for TypeScript itself, no other Metamod; list TypeScript plugins in addons/metamod/plugins.ini, or uninstall first',
    )
  })

  test('and a standalone installation exclude each other', async () => {
    const game = hostedGame(root)
    await installed(game, guest)
    await expect(installed(game, { sources })).rejects.toThrow(
      "addons/metamod-ts: is installed as another Metamod's guest; add '--guest' to renew it, or run 'uninstall' first",
    )
  })

  test("uninstall keeps what the administrator added to the host's plugins.ini, and removes the stubs", async () => {
    const game = hostedGame(root)
    await installed(game, guest)
    game.write(
      'addons/metamod/plugins.ini',
      `${game.read('addons/metamod/plugins.ini')}linux addons/new.so\n`,
    )
    game.write('addons/metamod-ts/stubs/hello.so', 'a stub: MetamodGuest')
    await uninstalled(game)
    expect(game.read('addons/metamod/plugins.ini')).toBe(
      'linux addons/amxmodx/dlls/amxmodx_mm_i386.so\nlinux addons/new.so\n',
    )
    expect(game.files().filter((name) => name.startsWith('addons/metamod-ts'))).toEqual([])
  })
  test('uninstall keeps a library among the stubs that is none', async () => {
    const game = hostedGame(root)
    await installed(game, guest)
    game.write('addons/metamod-ts/stubs/mine.so', 'native')
    expect(await uninstalled(game)).toContain(
      'keep    addons/metamod-ts/stubs/mine.so, which is no stub of ours',
    )
    expect(game.read('addons/metamod-ts/stubs/mine.so')).toBe('native')
  })
})
