import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { GameDirectory } from '../configuration/game-directory.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { metamodFolder, stampedText, stubTemplate } from '../testing/guest-server.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { StubFiles } from './stub-files.js'

const folder = temporaryFolder()
let count = 0
let game: GameDirectory
let core: string
let files: StubFiles

beforeEach(() => {
  count += 1
  const root = `game${count}`
  core = folder.write(`${root}/${metamodFolder}/dlls/metamod_ts.so`, 'core')
  folder.write(`${root}/${metamodFolder}/dlls/metamod_stub.so`, stubTemplate())
  game = new GameDirectory(join(folder.path, root), [], metamodFolder)
  files = new StubFiles(game, core, [])
})

const plugin = (name: string): string => join(game.path, 'addons', name)

function failure(call: () => unknown): PluginLoadError {
  try {
    call()
  } catch (error) {
    if (error instanceof PluginLoadError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a stub', () => {
  test('names plugin and core by paths that stay right when the game directory is moved', () => {
    const file = files.write(plugin('greeter.ts'))
    expect(file).toBe(join(game.metamodDirectory, 'stubs/greeter.so'))
    expect(stampedText(file, 'source')).toBe('addons/greeter.ts')
    expect(stampedText(file, 'core')).toBe('../dlls/metamod_ts.so')
  })

  test('names a plugin and a core outside the game directory by their absolute paths', () => {
    const elsewhere = folder.write(`elsewhere${count}/metamod_ts.so`, 'core')
    folder.write(`elsewhere${count}/metamod_stub.so`, stubTemplate())
    const file = new StubFiles(game, elsewhere, []).write('/opt/plugins/greeter.ts')
    expect(stampedText(file, 'source')).toBe('/opt/plugins/greeter.ts')
    expect(stampedText(file, 'core')).toBe(elsewhere)
  })

  test('that is right is not written again, because hosts load what is newer anew', () => {
    const file = files.write(plugin('greeter.ts'))
    const longAgo = new Date(2001, 1, 1)
    utimesSync(file, longAgo, longAgo)
    new StubFiles(game, core, []).write(plugin('greeter.ts'))
    expect(statSync(file).mtime).toEqual(longAgo)
  })

  test('of another version is replaced as a whole, because the old one may be mapped', () => {
    const file = files.write(plugin('greeter.ts'))
    writeFileSync(file, 'old MetamodGuest')
    const { ino } = statSync(file)
    files.write(plugin('greeter.ts'))
    expect(readFileSync(file).length).toBe(stubTemplate().length)
    expect(statSync(file).ino).not.toBe(ino)
  })

  test('of another plugin of the same file name has a name of its own, and keeps it', () => {
    const first = files.write(plugin('a/greeter.ts'))
    const second = files.write(plugin('b/greeter.ts'))
    expect([first, second].map((file) => file.slice(file.lastIndexOf('/')))).toEqual([
      '/greeter.so',
      '/greeter-2.so',
    ])
    expect(files.write(plugin('b/greeter.ts'))).toBe(second)
  })

  test('has no name that a native plugin of the host has', () => {
    const named = new StubFiles(game, core, [join(game.path, 'addons/observer/Observer.so')])
    expect(named.fileFor(plugin('observer.ts'))).toMatch(/\/observer-2\.so$/)
  })

  test('tells which plugin it is for, and no other library does', () => {
    expect(files.sourceOf(files.write(plugin('greeter.ts')))).toBe(plugin('greeter.ts'))
    expect(files.sourceOf(core)).toBeNull()
    expect(files.sourceOf(join(game.path, 'missing.so'))).toBeNull()
  })
})

describe('a stub that cannot be made is refused with a cure', () => {
  test('in a folder that cannot be written to', () => {
    // No process may make files there, whatever its rights.
    symlinkSync('/sys/kernel', join(game.metamodDirectory, 'stubs'))
    const { message, stage } = failure(() => files.write(plugin('greeter.ts')))
    expect(stage).toBe('stub')
    expect(message).toMatch(
      /^its stub addons\/metamod-ts\/stubs\/greeter\.so cannot be written: .*; make the folder writable for the server$/,
    )
  })

  test('on a disk that is full, and leaves nothing behind', () => {
    const stubs = join(game.metamodDirectory, 'stubs')
    mkdirSync(stubs)
    // Every write to this device answers that the disk is full.
    symlinkSync('/dev/full', join(stubs, 'greeter.so.new'))
    expect(failure(() => files.write(plugin('greeter.ts'))).message).toBe(
      'its stub addons/metamod-ts/stubs/greeter.so cannot be written: no space left on device; free some space on the disk',
    )
    expect(() => statSync(join(stubs, 'greeter.so'))).toThrow()
  })

  test('where a file is in the place of the folder', () => {
    writeFileSync(join(game.metamodDirectory, 'stubs'), '')
    expect(failure(() => files.write(plugin('greeter.ts'))).message).toMatch(
      /cannot be written: .*; make sure that its folder can be written to$/,
    )
  })

  test('where a folder is in the place of the stub', () => {
    mkdirSync(join(game.metamodDirectory, 'stubs/greeter.so'), { recursive: true })
    expect(failure(() => files.write(plugin('greeter.ts'))).message).toMatch(
      /cannot be written: illegal operation/,
    )
  })

  test('for a plugin with a path that no stub has room for', () => {
    expect(failure(() => files.write(plugin(`${'x'.repeat(600)}.ts`))).message).toMatch(
      /source must be 1\.\.511 bytes .*; give it a shorter path$/,
    )
  })

  test('without its template', () => {
    const bare = folder.write(`bare${count}/metamod_ts.so`, 'core')
    expect(failure(() => new StubFiles(game, bare, []).write(plugin('greeter.ts'))).message).toMatch(
      /metamod_stub\.so: no such file; install Metamod for TypeScript again/,
    )
  })

  test('but one that is right already needs nothing written', () => {
    const file = files.write(plugin('greeter.ts'))
    symlinkSync('/dev/full', `${file}.new`)
    expect(new StubFiles(game, core, []).write(plugin('greeter.ts'))).toBe(file)
  })
})

describe('the stubs of former plugins', () => {
  const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined

  test('are deleted, and those of others, those that are kept, and what is no stub stay', () => {
    const old = new StubFiles(game, core, [])
    const [former, kept] = [old.write(plugin('former.ts')), old.write(plugin('kept.ts'))]
    const foreign = inFolder('native.so', 'no stub')
    const used = files.write(plugin('used.ts'))
    files.removeOthers(new Set([kept]))
    expect([former, kept, foreign, used].map(exists)).toEqual([false, true, true, true])
  })

  test('are nothing where there is no folder of stubs', () => {
    expect(() => files.removeOthers(new Set())).not.toThrow()
  })

  function inFolder(name: string, text: string): string {
    const file = join(files.folder, name)
    writeFileSync(file, text)
    return file
  }
})
