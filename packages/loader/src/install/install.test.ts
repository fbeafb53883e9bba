import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { elfLibrary } from '../testing/elf-library.js'
import { GameFolder, hldsGame, installed, liblist, makeSources, xashGame } from '../testing/game-folder.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const root = temporaryFolder()
const sources = makeSources(root, 'amd64')
const sources32 = makeSources(root, 'i386')

describe('on Xash3D', () => {
  test('everything is put in its place, and gameinfo.txt leads to it', async () => {
    const game = xashGame(root)
    const printed = await installed(game, { sources })
    const files = game.files().filter((name) => name.startsWith('addons'))
    expect(files).toEqual([
      'addons/metamod/config.ini',
      'addons/metamod/dlls/metamod_amd64.so',
      'addons/metamod/dlls/metamod_node.node',
      'addons/metamod/dlls/metamod_node18.so',
      'addons/metamod/dlls/metamod_node20.so',
      'addons/metamod/install.json',
      'addons/metamod/node_modules/@csr/metamod-loader/dist/server.cjs',
      'addons/metamod/node_modules/@esbuild/linux-x64/bin/esbuild',
      'addons/metamod/plugins.ini',
    ])
    expect(game.read('addons/metamod/config.ini')).toMatch(/^gamedll dlls\/hl_amd64\.so$/m)
    expect(game.read('gameinfo.txt')).toBe(
      'title "Half-Life"\r\ngamedir\t"valve"\r\ngamedll_linux "addons/metamod/dlls/metamod.so"\r\nmax_edicts 1200\r\n',
    )
    expect(printed[0]).toBe(`valve in ${game.path}: Xash3D, amd64`)
    expect(printed).toContain('copy    addons/metamod/dlls/metamod_amd64.so (native/amd64/metamod.so)')
    expect(printed).toContain('create  addons/metamod/plugins.ini')
    expect(printed).toContain(
      'change  gameinfo.txt:3: gamedll_linux "dlls/hl.so"\t// the game -> gamedll_linux "addons/metamod/dlls/metamod.so"; backup gameinfo.txt.metamod-backup',
    )
    const esbuild = join(game.path, 'addons/metamod/node_modules/@esbuild/linux-x64/bin/esbuild')
    expect(statSync(esbuild).mode & 0o777).toBe(0o755)
  })

  test.each([
    ['i386', 'metamod.so'],
    ['arm64', 'metamod_arm64.so'],
  ] as const)('for %s the core is called %s, as the engine asks for it', async (architecture, core) => {
    const game = xashGame(root, architecture)
    await installed(game, { sources: makeSources(root, architecture) })
    expect(game.files()).toContain(`addons/metamod/dlls/${core}`)
  })

  test('a game directory that has only a liblist.gam is told by the engine beside it', async () => {
    const game = new GameFolder(root, 'cstrike')
      .write('liblist.gam', 'gamedll "dlls\\mp.dll"\n')
      .write('../xash3d', elfLibrary({ architecture: 'amd64' }))
      .write('dlls/mp_amd64.so', elfLibrary({ architecture: 'amd64' }))
    await installed(game, { sources })
    expect(game.read('liblist.gam')).toBe(
      'gamedll "dlls\\mp.dll"\ngamedll_linux "addons/metamod/dlls/metamod.so"\n',
    )
    expect(game.read('addons/metamod/config.ini')).toMatch(/^gamedll dlls\/mp_amd64\.so$/m)
  })
})

describe('on HLDS and ReHLDS', () => {
  test('liblist.gam leads to a library that has both Metamod and the game DLL behind it', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    const front = game.read('addons/metamod/dlls/metamod_hlds.so')
    expect(front).toContain('$ORIGIN/metamod.so\0')
    expect(front).toContain('$ORIGIN/../../../dlls/cs.so\0')
    expect(game.read('liblist.gam')).toBe(
      liblist.replace('dlls/cs.so', 'addons/metamod/dlls/metamod_hlds.so'),
    )
    expect(game.read('addons/metamod/config.ini')).toMatch(/^gamedll dlls\/cs\.so$/m)
  })

  test("another game DLL in the administrator's config.ini counts at the next installation", async () => {
    const game = hldsGame(root).write('dlls/other.so', elfLibrary({ architecture: 'i386' }))
    await installed(game, { sources: sources32 })
    game.write('addons/metamod/config.ini', 'gamedll dlls/other.so\n')
    await installed(game, { sources: sources32 })
    expect(game.read('addons/metamod/dlls/metamod_hlds.so')).toContain('$ORIGIN/../../../dlls/other.so\0')
    expect(game.read('addons/metamod/config.ini')).toBe('gamedll dlls/other.so\n')
  })
})

describe('a second installation', () => {
  test('of the same version changes nothing and says so', async () => {
    const game = xashGame(root)
    await installed(game, { sources })
    const before = game.snapshot()
    expect((await installed(game, { sources })).at(-1)).toBe(
      'version 0.0.0-first is installed already, nothing to do',
    )
    expect(game.snapshot()).toEqual(before)
  })

  test("of another version replaces the files, removes what it has no more, and keeps the administrator's edits", async () => {
    const game = xashGame(root)
    await installed(game, { sources })
    game.write('addons/metamod/plugins.ini', 'ts addons/mine.ts\n')
    const next = makeSources(root, 'amd64', 'second')
    rmSync(join(next.native, 'metamod_node18.so'))
    const printed = await installed(game, { sources: next })
    expect(printed).toContain('upgrade addons/metamod/dlls/metamod_amd64.so (native/amd64/metamod.so)')
    expect(printed).toContain('remove  addons/metamod/dlls/metamod_node18.so, of the version before')
    expect(game.read('addons/metamod/dlls/metamod_amd64.so')).toMatch(/second$/)
    expect(game.files()).not.toContain('addons/metamod/dlls/metamod_node18.so')
    expect(game.read('addons/metamod/plugins.ini')).toBe('ts addons/mine.ts\n')
    expect(
      game.files().filter((name) => name.includes('metamod-old') || name.includes('metamod-new')),
    ).toEqual([])
  })

  test('after an update of the game has reset its settings leads them to Metamod again', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    game.write('liblist.gam', 'game "Updated"\ngamedll_linux "dlls/cs.so"\n')
    await installed(game, { sources: sources32 })
    expect(game.read('liblist.gam')).toBe(
      'game "Updated"\ngamedll_linux "addons/metamod/dlls/metamod_hlds.so"\n',
    )
    expect(game.read('liblist.gam.metamod-backup')).toBe('game "Updated"\ngamedll_linux "dlls/cs.so"\n')
  })
})

describe('what is there before', () => {
  test('--dry-run shows the same changes and makes none', async () => {
    const game = xashGame(root)
    const before = game.snapshot()
    const shown = await installed(game, { sources, dryRun: true })
    expect(game.snapshot()).toEqual(before)
    expect(shown.at(-1)).toBe('nothing was changed, because of --dry-run')
    const done = await installed(game, { sources })
    expect(done.slice(0, -1)).toEqual(shown.slice(0, -1))
  })

  test('config.ini and plugins.ini of an administrator are kept, and his game DLL is taken', async () => {
    const game = xashGame(root)
      .write('addons/metamod/config.ini', 'gamedll dlls/mine.so\n')
      .write('addons/metamod/plugins.ini', 'linux addons/old.so\n')
    const printed = await installed(game, { sources })
    expect(printed).toContain('keep    addons/metamod/config.ini, which is there')
    expect(game.read('addons/metamod/config.ini')).toBe('gamedll dlls/mine.so\n')
    expect(game.read('addons/metamod/plugins.ini')).toBe('linux addons/old.so\n')
  })

  test('a file in the place of one of ours is kept as a backup', async () => {
    const game = xashGame(root).write('addons/metamod/dlls/metamod_amd64.so', 'older')
    const printed = await installed(game, { sources })
    expect(printed).toContain(
      'replace addons/metamod/dlls/metamod_amd64.so (native/amd64/metamod.so); backup addons/metamod/dlls/metamod_amd64.so.metamod-backup',
    )
    expect(game.read('addons/metamod/dlls/metamod_amd64.so.metamod-backup')).toBe('older')
  })

  test('a file in the place of one of ours is kept also where an installation was cut off before its backup', async () => {
    const library = 'addons/metamod/dlls/metamod_amd64.so'
    const game = xashGame(root).write(library, 'older')
    await installed(game, { sources })
    game.write(library, 'older')
    rmSync(join(game.path, `${library}.metamod-backup`))
    await installed(game, { sources })
    expect(game.read(`${library}.metamod-backup`)).toBe('older')
  })

  test('a config.ini of another Metamod, which names no game DLL, is kept as it is', async () => {
    const game = hldsGame(root).write('addons/metamod/config.ini', 'clientmeta yes\n')
    await installed(game, { sources: sources32 })
    expect(game.read('addons/metamod/config.ini')).toBe('clientmeta yes\n')
  })

  test('a config.ini that names no game DLL and forbids to look for it is refused with the line for it', async () => {
    const game = hldsGame(root).write('addons/metamod/config.ini', 'autodetect no\n')
    const before = game.snapshot()
    await expect(installed(game, { sources: sources32 })).rejects.toThrow(
      "addons/metamod/config.ini: names no game DLL, and 'autodetect' is off; add the line 'gamedll dlls/cs.so' and install again",
    )
    expect(game.snapshot()).toEqual(before)
  })

  test("the engine's settings keep their permissions, and a link to them stays a link", async () => {
    const game = xashGame(root)
    renameSync(join(game.path, 'gameinfo.txt'), join(game.path, '../shared.txt'))
    chmodSync(join(game.path, '../shared.txt'), 0o640)
    symlinkSync('../shared.txt', join(game.path, 'gameinfo.txt'))
    await installed(game, { sources })
    expect(lstatSync(join(game.path, 'gameinfo.txt')).isSymbolicLink()).toBe(true)
    expect(readlinkSync(join(game.path, 'gameinfo.txt'))).toBe('../shared.txt')
    expect(readFileSync(join(game.path, '../shared.txt'), 'utf8')).toMatch(/metamod\.so/)
    expect(statSync(join(game.path, '../shared.txt')).mode & 0o777).toBe(0o640)
  })
})

describe('a directory that cannot be installed into', () => {
  test.each([
    [
      'that is not there',
      () => join(root.path, 'nowhere'),
      /nowhere: no such directory; name the game's directory/,
    ],
    [
      'without a game',
      () => new GameFolder(root, 'empty').path,
      /empty: is not a game directory; a game directory has a liblist\.gam \(HLDS, ReHLDS\) or a gameinfo\.txt \(Xash3D\); name one/,
    ],
  ])('%s is refused by name', async (_what, directory, message) => {
    await expect(installed(xashGame(root), { sources, directory: directory() })).rejects.toThrow(message)
  })

  test("a server's root is taken for its one game, and refused with the names of several", async () => {
    const game = xashGame(root)
    const directory = join(game.path, '..')
    await installed(game, { sources, directory })
    expect(existsSync(join(game.path, 'addons/metamod/install.json'))).toBe(true)
    game.write('../mod/liblist.gam', '')
    await expect(installed(game, { sources, directory })).rejects.toThrow(/name one of mod, valve in it$/)
  })

  test('a game without its DLL is refused with all the names that were tried', async () => {
    const game = xashGame(root).write('dlls/hl.so', elfLibrary({ architecture: 'i386' }))
    rmSync(join(game.path, 'dlls/hl_amd64.so'))
    await expect(installed(game, { sources })).rejects.toThrow(
      "has no game DLL for amd64; tried dlls/hl_amd64.so, dlls/hl.so (for i386); correct 'gamedll_linux' in gameinfo.txt, or write 'gamedll PATH' into addons/metamod/config.ini",
    )
  })

  test('a server that has another Metamod is refused with both ways out', async () => {
    const game = hldsGame(root).write('liblist.gam', 'gamedll_linux "addons/metamod/dlls/metamod_i386.so"\n')
    await expect(installed(game, { sources: sources32 })).rejects.toThrow(
      "liblist.gam: names a Metamod already, addons/metamod/dlls/metamod_i386.so; add '--guest' to become its plugin, or name the game DLL there again to replace it",
    )
  })

  test('an installation for another engine is to be taken out first', async () => {
    const game = hldsGame(root)
    await installed(game, { sources: sources32 })
    const choice = { engine: 'xash', architecture: 'i386' } as const
    await expect(installed(game, { sources: sources32, choice })).rejects.toThrow(
      "addons/metamod: is installed for HLDS/ReHLDS, not for Xash3D; run 'uninstall' first",
    )
  })

  test('HLDS is not chosen for a game that has only what Xash3D reads', async () => {
    const choice = { engine: 'hlds', architecture: null } as const
    await expect(installed(xashGame(root), { sources, choice })).rejects.toThrow(/has no liblist\.gam/)
  })

  test('a record that cannot be read is named', async () => {
    const game = xashGame(root).write('addons/metamod/install.json', '{ "version": ')
    await expect(installed(game, { sources })).rejects.toThrow(
      'addons/metamod/install.json: is not the record of an installation; put it back from a backup, or remove it and install again',
    )
  })
})
