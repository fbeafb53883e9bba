import { chmodSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import type { Architecture } from '../install/elf.js'
import { loaderVersion } from '../loader-version.js'
import { elfLibrary, type LibraryDescription } from '../testing/elf-library.js'
import { GameFolder, hldsGame, hostedGame, installed, makeSources, xashGame } from '../testing/game-folder.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { doctor, type DoctorOptions } from './doctor.js'

const root = temporaryFolder()

/** The folder of a system's libraries. */
function systemFolder(
  architecture: Architecture,
  libraries: Record<string, Partial<LibraryDescription>>,
): string {
  const folder = new GameFolder(root, 'lib')
  for (const [name, description] of Object.entries(libraries))
    folder.write(name, elfLibrary({ architecture, ...description }))
  return folder.path
}

const libc = { versions: ['GLIBC_2.2.5', 'GLIBC_2.36', 'GLIBC_2.9'] }
const libnode = { soname: 'libnode.so.115', needed: ['libc.so.6'] }
const system64 = systemFolder('amd64', { 'libc.so.6': libc, 'libnode.so.115': libnode })
const system32 = systemFolder('i386', { 'libc.so.6': libc, 'libnode.so.115': libnode })

const readingScripts = { ...libnode, content: '\0/usr/share/nodejs/no-such/script.js\0' }
const libnodeOfDebian = join(systemFolder('amd64', { 'libnode.so.115': readingScripts }), 'libnode.so.115')

function examine(
  game: GameFolder,
  options: Partial<DoctorOptions> = {},
): { lines: string[]; isWell: boolean } {
  const lines: string[] = []
  const defaults = {
    directory: game.path,
    choice: { engine: null, architecture: null },
    environment: {},
    libraryFolders: [system64, system32],
  }
  const isWell = doctor({ ...defaults, ...options, print: (line) => void lines.push(line) })
  return { lines, isWell }
}

/** The lines that are not ok. */
function complaints(game: GameFolder, options?: Partial<DoctorOptions>): string[] {
  return examine(game, options).lines.filter((line) => !line.startsWith('ok'))
}

const sources = { ...makeSources(root, 'amd64'), version: loaderVersion }
const sources32 = { ...makeSources(root, 'i386'), version: loaderVersion }
const plugins = 'addons/metamod/plugins.ini'

let game: GameFolder
beforeEach(async () => {
  game = xashGame(root).write('addons/hello.ts', '')
  await installed(game, { sources })
  game.write(plugins, 'ts addons/hello.ts\n')
})

describe('doctor', () => {
  test('has one line for each check of a sound server', () => {
    expect(examine(game)).toEqual({
      isWell: true,
      lines: [
        'ok   valve: Xash3D, amd64, standalone',
        `ok   files: all 6 of version ${loaderVersion} are in place`,
        'ok   gameinfo.txt: gamedll_linux "addons/metamod/dlls/metamod.so"',
        'ok   addons/metamod/config.ini: gamedll dlls/hl_amd64.so',
        `ok   system: GLIBC_2.36 of ${system64}/libc.so.6 is new enough`,
        `ok   libnode: ${system64}/libnode.so.115, Node.js 20`,
        'ok   esbuild: addons/metamod/node_modules/@esbuild/linux-x64/bin/esbuild',
        'ok   addons/metamod/plugins.ini: 1 plugin, all there',
      ],
    })
  })

  test('says that nothing is installed, and what to run', () => {
    const { lines, isWell } = examine(xashGame(root))
    expect(isWell).toBe(false)
    expect(lines).toEqual([
      expect.stringMatching(
        /^FAIL valve: Metamod for TypeScript is not installed here; run 'metamod-loader install /,
      ),
    ])
  })

  test('names files that are missing, changed, or no libraries', () => {
    const dlls = 'addons/metamod/dlls'
    rmSync(join(game.path, dlls, 'metamod_node18.so'))
    game.write(`${dlls}/metamod_node.node`, 'cut short')
    expect(complaints(game)).toEqual([
      `warn ${dlls}/metamod_node.node: was changed since the installation; run 'install' again`,
      `FAIL ${dlls}/metamod_node18.so: is missing; run 'install' again`,
      `FAIL ${dlls}/metamod_node.node: is no whole library; run 'install' again`,
    ])
  })

  test('names libraries for another machine than the server', () => {
    const found = complaints(game, { choice: { engine: null, architecture: 'arm64' } })
    expect(found).toContain(
      "FAIL addons/metamod/dlls/metamod_amd64.so: is for amd64, the server is arm64; run 'install' again with '--arch arm64'",
    )
  })

  test('warns of another version than its own', async () => {
    await installed(game, { sources: { ...sources, version: '0.0.1' } })
    expect(complaints(game)).toEqual([
      `warn version: 0.0.1 is installed, this is ${loaderVersion}; run 'install' again to change it`,
    ])
  })
})

describe('the way from the engine to the game', () => {
  test("names the engine's settings that lead past Metamod", () => {
    game.write('gameinfo.txt', 'gamedll_linux "dlls/hl.so"\n')
    expect(complaints(game)).toEqual([
      'FAIL gameinfo.txt: names dlls/hl.so as the game DLL, so Metamod is not loaded; run \'install\' again, or write gamedll_linux "addons/metamod/dlls/metamod.so" there',
    ])
  })

  test('tells of a liblist.gam from which Xash3D will make its settings anew', () => {
    game.write('liblist.gam', '')
    utimesSync(join(game.path, 'liblist.gam'), 4e9, 4e9)
    expect(complaints(game)).toEqual([
      "FAIL gameinfo.txt: is older than liblist.gam, from which Xash3D will make it anew; run 'touch gameinfo.txt'",
    ])
  })

  test.each([
    ['', 'warn addons/metamod/config.ini: names no game DLL, so the server looks for it; a line such as'],
    ['autodetect no', "config.ini: names no game DLL, and 'autodetect' is off; add a line such as"],
    ['gamedll dlls/no.so', 'config.ini: gamedll dlls/no.so: there is no such file; correct the path'],
    ['gamedll addons/metamod/dlls/metamod_amd64.so', "that is Metamod itself; name the game's own DLL"],
    [
      'gamedll gameinfo.txt',
      'gamedll gameinfo.txt: is no library for a server, the server is amd64; name the right one',
    ],
    ['gamedll dlls/hl_amd64.so\ngamdll x', "FAIL addons/metamod/config.ini:2: 'gamdll' is no setting"],
  ])('explains the config.ini %j', (text, message) => {
    game.write('addons/metamod/config.ini', text)
    expect(complaints(game)).toEqual([expect.stringContaining(message)])
  })

  test('tells that HLDS was prepared for another game DLL', async () => {
    const hlds = hldsGame(root).write('dlls/other.so', elfLibrary({ architecture: 'i386' }))
    await installed(hlds, { sources: sources32 })
    hlds.write('addons/metamod/config.ini', 'gamedll dlls/other.so').write(plugins, 'ts dlls/cs.so')
    expect(complaints(hlds)).toEqual([
      "FAIL gamedll: HLDS was prepared for dlls/cs.so, so it would not find this one's entities; run 'install' again",
    ])
  })
})

describe("the system's libraries", () => {
  test.each([
    [
      { 'libc.so.6': libc },
      /^FAIL libnode: none is installed for amd64; run 'apt-get install libnode115' \(Debian 13; libnode108 on Debian 12\), or name one in config\.ini: 'libnode PATH'$/,
    ],
    [
      { 'libc.so.6': libc, 'libnode.so.115': { ...libnode, needed: ['libuv.so.1'] } },
      /libnode\.so\.115: wants libuv\.so\.1 for amd64, which is not installed; install the package that has it$/,
    ],
    [
      { 'libc.so.6': libc, 'libnode.so.115': { ...libnode, versionNeeds: { 'libc.so.6': ['GLIBC_2.38'] } } },
      /wants GLIBC_2\.38 of libc\.so\.6, and .*libc\.so\.6 has up to GLIBC_2\.36; /,
    ],
    [
      { 'libc.so.6': libc, 'libnode.so.137': { soname: 'libnode.so.137' } },
      /libnode\.so\.137 is Node\.js 24; there are starters for 18, 20; run/,
    ],
  ])('are explained where they are %j', (libraries, message) => {
    const libraryFolders = [systemFolder('amd64', libraries)]
    expect(complaints(game, { libraryFolders })).toEqual([expect.stringMatching(message)])
  })

  test('for 32 bits are asked for by their names', async () => {
    const hlds = hldsGame(root)
    await installed(hlds, { sources: sources32 })
    hlds.write(plugins, 'ts dlls/cs.so')
    const libraryFolders = [system64, systemFolder('i386', { 'libc.so.6': libc })]
    expect(complaints(hlds, { libraryFolders })).toEqual([
      expect.stringMatching(
        /^FAIL libnode: none is installed for i386; run 'dpkg --add-architecture i386 && apt-get update && apt-get install libnode115:i386'/,
      ),
    ])
  })

  test('are looked for in the order in which the core looks', () => {
    const elsewhere = systemFolder('amd64', { 'libnode.so.108': { soname: 'libnode.so.108' } })
    const named = join(elsewhere, 'libnode.so.108')
    const environment = { METAMOD_LIBNODE: named }
    expect(examine(game, { environment }).lines).toContain(
      `ok   libnode, named by METAMOD_LIBNODE: ${named}, Node.js 18`,
    )
    game.write('addons/metamod/config.ini', `gamedll dlls/hl_amd64.so\nlibnode ${named}`)
    expect(examine(game, { environment: {} }).lines).toContain(
      `ok   libnode, named by config.ini: ${named}, Node.js 18`,
    )
    game.write('addons/metamod/config.ini', 'gamedll dlls/hl_amd64.so')
    game.write(
      'addons/metamod/dlls/libnode.so.108',
      elfLibrary({ architecture: 'amd64', soname: 'libnode.so.108' }),
    )
    expect(examine(game).lines).toContain(
      `ok   libnode: ${game.path}/addons/metamod/dlls/libnode.so.108, Node.js 18`,
    )
  })

  test.each([
    [libnodeOfDebian, ' ends the server without /usr/share/nodejs/no-such/script.js; run'],
    ['/nowhere/libnode.so.115', ': there is no such file; correct the path'],
    [join(system32, 'libnode.so.115'), ' is for i386, the server is amd64; run'],
    [import.meta.filename, ' is no whole library; install it again'],
  ])('that config.ini names wrongly are explained: %s', (path, message) => {
    game.write('addons/metamod/config.ini', `gamedll dlls/hl_amd64.so\nlibnode ${path}`)
    expect(complaints(game)).toEqual([
      expect.stringContaining(`FAIL libnode, named by config.ini: ${path}${message}`),
    ])
  })

  test('that are too old and came with the server are to be moved away', async () => {
    const hlds = hldsGame(root)
    const serverRoot = join(hlds.path, '..')
    hlds.write('../libc.so.6', elfLibrary({ architecture: 'i386', versions: ['GLIBC_2.1'] }))
    await installed(hlds, { sources: sources32 })
    const wanting = elfLibrary({ architecture: 'i386', versionNeeds: { 'libc.so.6': ['GLIBC_2.36'] } })
    hlds.write('addons/metamod/dlls/metamod.so', wanting)
    expect(complaints(hlds, { libraryFolders: [serverRoot, system32] })).toContain(
      `FAIL addons/metamod/dlls/metamod.so: wants GLIBC_2.36 of libc.so.6, and ${serverRoot}/libc.so.6 has up to GLIBC_2.1; move ${serverRoot}/libc.so.6 away, so that the system's own is used`,
    )
  })
})

describe('esbuild', () => {
  test('that may not be run is named', () => {
    const esbuild = 'addons/metamod/node_modules/@esbuild/linux-x64/bin/esbuild'
    chmodSync(join(game.path, esbuild), 0o644)
    expect(complaints(game)).toEqual([
      `FAIL esbuild: ${esbuild} may not be run; run 'chmod +x ${esbuild}', or mount its file system without noexec`,
    ])
  })
})

describe('plugins.ini', () => {
  test('has a line for each of its mistakes', () => {
    game.write('addons/x.so', elfLibrary({ architecture: 'i386' }))
    game.write(
      plugins,
      'tss addons/a.ts\nts addons/none.ts\nlinux addons/x.so\nts addons/hello.ts\nts ./addons/hello.ts\n',
    )
    expect(complaints(game)).toEqual([
      `FAIL ${plugins}:1: 'tss' is neither 'linux' nor 'ts'; write 'linux PATH [description]' or 'ts PATH [description]'`,
      `FAIL ${plugins}:2: 'addons/none.ts': there is no such file or folder; correct the path`,
      `FAIL ${plugins}:3: 'addons/x.so' is for i386, the server is amd64; use the plugin's build for it`,
      `FAIL ${plugins}:5: './addons/hello.ts' stands at ${plugins}:4 already; remove one of the lines`,
    ])
  })

  test('that is empty or missing is noted', () => {
    game.write(plugins, '; none yet\n')
    expect(complaints(game)).toEqual([
      `warn ${plugins}: lists no plugin; add a line such as 'ts addons/hello.ts'`,
    ])
    rmSync(join(game.path, plugins))
    expect(complaints(game)).toEqual([
      `FAIL ${plugins}: is missing; run 'install' again, which makes an empty one`,
    ])
  })
})

describe('as a guest', () => {
  const guestPlugins = 'addons/metamod-ts/plugins.ini'
  let hosted: GameFolder
  beforeEach(async () => {
    hosted = hostedGame(root).write('addons/hello.ts', '').write('addons/other/Hello.js', '')
    await installed(hosted, { sources: sources32, mode: 'guest' })
    hosted.write(guestPlugins, 'ts addons/hello.ts\n')
  })

  test('the host is looked at in place of the engine, and the folder for stubs must be writable', () => {
    expect(examine(hosted).lines.map((line) => line.replace(/\/[^ ]*\/lib\//, 'LIB/'))).toEqual([
      'ok   cstrike: HLDS/ReHLDS, i386, guest',
      `ok   files: all 7 of version ${loaderVersion} are in place`,
      'ok   addons/metamod/plugins.ini: names addons/metamod-ts/dlls/metamod_ts.so',
      'ok   system: GLIBC_2.36 of LIB/libc.so.6 is new enough',
      'ok   libnode: LIB/libnode.so.115, Node.js 20',
      'ok   esbuild: addons/metamod-ts/node_modules/@esbuild/linux-x64/bin/esbuild',
      'ok   addons/metamod-ts/plugins.ini: 1 plugin, all there',
      'ok   stubs: addons/metamod-ts is writable',
    ])
  })

  test("a host's plugins.ini without our line is named", () => {
    hosted.write('addons/metamod/plugins.ini', 'linux addons/x.so\n')
    expect(complaints(hosted)).toEqual([
      "FAIL addons/metamod/plugins.ini: does not name addons/metamod-ts/dlls/metamod_ts.so, so the host does not load it; run 'install --guest' again",
    ])
  })

  test('a game whose update has reset its settings is told to load no host any more', () => {
    hosted.write('liblist.gam', 'gamedll_linux "dlls/cs.so"\n')
    expect(complaints(hosted)).toEqual([
      "warn liblist.gam: names dlls/cs.so as the game DLL, and no Metamod; write the host's library there, unless the server is started with it by '-dll'",
    ])
  })

  test('native plugins are refused, and two plugins of one file name are not', () => {
    hosted.write(guestPlugins, 'ts addons/hello.ts\nlinux addons/x.so\nts addons/other/Hello.js\n')
    expect(complaints(hosted)).toEqual([
      `FAIL ${guestPlugins}:2: 'addons/x.so' is a native library; put its line into the host's plugins.ini`,
    ])
  })

  test('the cure for a file that is missing is one that keeps it a guest', () => {
    rmSync(join(hosted.path, guestPlugins))
    rmSync(join(hosted.path, 'addons/metamod-ts/dlls/metamod_node18.so'))
    expect(complaints(hosted)).toEqual([
      "FAIL addons/metamod-ts/dlls/metamod_node18.so: is missing; run 'install --guest' again",
      `FAIL ${guestPlugins}: is missing; run 'install --guest' again, which makes an empty one`,
    ])
  })
})
