import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { nativeFiles, pluginSource } from './test-server.js'
import { startWatching, type WatchingServer } from './watching-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

/** A plugin that says a word when it comes. */
const telling = (word: string): string => pluginSource('Teller', `plugin.util.logConsole('it says ${word}')`)

const anew = /plugin 'Teller' was loaded anew: .* has changed \(\d+ ms\)$/

function reloads(server: WatchingServer): number {
  return server.printed.filter((line) => anew.test(line)).length
}

async function startTeller(file = folder.write('teller.ts', telling('one'))): Promise<WatchingServer> {
  return await startWatching(folder, [file])
}

describe('a plugin whose file is saved', () => {
  test('is loaded anew, and the log names the file', async () => {
    const server = await startTeller()
    folder.write('teller.ts', telling('two'))
    expect(await server.until(anew)).toContain('teller.ts has changed')
    expect(server.printed).toContain('it says two')
  })

  test('is loaded anew once for two saves within 10 ms', async () => {
    const server = await startTeller()
    folder.write('teller.ts', telling('two'))
    folder.write('teller.ts', telling('three'))
    await server.until(anew)
    await server.settle()
    expect(reloads(server)).toBe(1)
    expect(server.printed).not.toContain('it says two')
    expect(server.printed).toContain('it says three')
  })

  test('is loaded anew when the editor saves by renaming', async () => {
    const server = await startTeller()
    renameSync(folder.write('teller.ts~', telling('two')), join(folder.path, 'teller.ts'))
    await server.until(anew)
    renameSync(folder.write('teller.ts~', telling('three')), join(folder.path, 'teller.ts'))
    await server.until(/^it says three$/)
  })

  test('with what is in it already is not loaded anew, nor at the next map change', async () => {
    const server = await startTeller()
    folder.write('teller.ts', telling('one'))
    await server.settle()
    server.run('changelevel box2')
    server.frames(3)
    expect(server.printed.filter((line) => line === 'it says one')).toHaveLength(1)
  })

  test('is loaded anew as often as it is saved', async () => {
    const server = await startTeller()
    for (const word of ['two', 'three', 'four']) {
      folder.write('teller.ts', telling(word))
      await server.until(new RegExp(`^it says ${word}$`))
    }
    await server.until(/./)
    expect(reloads(server)).toBe(3)
  })
})

describe('a version that is not sound', () => {
  test('leaves the old one running; its error is said once, with the source, and the fix is loaded', async () => {
    const server = await startTeller()
    const from = server.printed.length
    folder.write('teller.ts', `${telling('two')}\nconst half = = 1\n`)
    await server.until(/goes on as it was/, from)
    folder.write('teller.ts', `${telling('two')}\nconst half = = 1\n// more below\n`)
    await server.settle()
    expect(server.said(from)).toEqual([
      expect.stringMatching(
        /^\[META] ERROR: plugin 'Teller' not loaded: .*teller\.ts:12:14: Unexpected "="; correct/,
      ),
      expect.stringContaining('11 |'),
      expect.stringContaining('12 | const half = = 1'),
      expect.stringContaining('|              ^'),
      "[META] plugin 'Teller' goes on as it was",
    ])
    expect(server.loader.plugins[0]).toMatchObject({
      isRunning: true,
      problem: expect.stringContaining('12:14') as string,
    })
    folder.write('teller.ts', telling('three'))
    await server.until(anew, from)
    expect(server.printed).toContain('it says three')
    expect(server.loader.plugins[0]?.problem).toBeNull()
  })

  test('that was taken back by undoing the edit is forgotten', async () => {
    const server = await startTeller()
    folder.write('teller.ts', 'const half = = 1')
    await server.until(/goes on as it was/)
    folder.write('teller.ts', telling('one'))
    await server.until(/plugin 'Teller' goes on; its files are again those that it was loaded from/)
    expect(reloads(server)).toBe(0)
    expect(server.loader.plugins[0]?.problem).toBeNull()
    const from = server.printed.length
    folder.write('teller.ts', 'const half = = 1')
    await server.until(/goes on as it was/, from)
  })

  test('because a file that it imports is missing is loaded as soon as that is there', async () => {
    const server = await startTeller()
    folder.write('teller.ts', `import './parts/word'\n${telling('two')}`)
    await server.until(/Could not resolve ".\/parts\/word"/)
    mkdirSync(join(folder.path, 'parts'))
    await server.settle()
    folder.write('parts/word.ts', 'export {}')
    await server.until(anew)
  })

  test('at server start is loaded when it was corrected', async () => {
    const server = await startTeller(folder.write('teller.ts', 'const half = = 1'))
    const from = server.printed.length
    folder.write('teller.ts', telling('one'))
    await server.until(anew, from)
    expect(server.loader.plugins[0]?.isRunning).toBe(true)
  })

  test('whose attach throws gives way to the version before', async () => {
    const server = await startTeller()
    folder.write('teller.ts', pluginSource('Teller', `throw new Error('not today')`))
    await server.until(/plugin 'Teller' is back in its version before/)
    expect(server.printed.filter((line) => line === 'it says one')).toHaveLength(2)
    expect(server.run('meta list').join('\n')).toMatch(/Teller +RUN/)
    expect(server.loader.plugins[0]?.problem).toMatch(/not today/)
    const from = server.printed.length
    folder.write('teller.ts', telling('two'))
    await server.until(anew, from)
  })
})

describe('a file that is deleted', () => {
  test('leaves the plugin running, is said once, and is loaded when it comes back', async () => {
    const server = await startTeller()
    const file = join(folder.path, 'teller.ts')
    rmSync(file)
    await server.until(
      /plugin 'Teller': .*teller\.ts is not there any more; it goes on as it is, until the file is back/,
    )
    await server.settle()
    expect(server.said().filter((line) => line.includes('not there any more'))).toHaveLength(1)
    expect(server.loader.plugins[0]?.isRunning).toBe(true)
    writeFileSync(file, telling('two'))
    await server.until(anew)
  })

  test('with its whole folder is loaded when that comes back', async () => {
    const server = await startTeller(folder.write('build/teller.ts', telling('one')))
    rmSync(join(folder.path, 'build'), { recursive: true })
    await server.until(/not there any more/)
    folder.write('build/teller.ts', telling('two'))
    await server.until(anew)
    folder.write('build/teller.ts', telling('three'))
    await server.until(/^it says three$/)
  })
})

describe('what is watched', () => {
  test('a file that the plugin imports, and one that only its new version imports', async () => {
    folder.write('lib/word.ts', `export const word = 'one'`)
    const source = (file: string): string =>
      pluginSource('Teller', 'plugin.util.logConsole(`it says ${word}`)', {
        top: `import { word } from '${file}'`,
      })
    const server = await startTeller(folder.write('teller.ts', source('./lib/word')))
    folder.write('lib/word.ts', `export const word = 'two'`)
    await server.until(/^it says two$/)
    folder.write('other/new.ts', `export const word = 'three'`)
    folder.write('teller.ts', source('./other/new'))
    await server.until(/^it says three$/)
    folder.write('other/new.ts', `export const word = 'four'`)
    await server.until(/^it says four$/)
    await server.settle()
    const before = reloads(server)
    folder.write('lib/word.ts', `export const word = 'nobody'`)
    await server.settle()
    expect(reloads(server)).toBe(before)
  })

  test('the package.json of a package folder, which may name another file', async () => {
    folder.write('pack/package.json', '{"main": "a.ts"}')
    folder.write('pack/a.ts', telling('one'))
    folder.write('pack/b.ts', telling('two'))
    const server = await startTeller(join(folder.path, 'pack'))
    folder.write('pack/package.json', '{"main": "b.ts"}')
    await server.until(/^it says two$/)
  })

  test('both ends of a symbolic link', async () => {
    folder.write('one/teller.ts', telling('one'))
    folder.write('two/teller.ts', telling('two'))
    const link = join(folder.path, 'current')
    symlinkSync('one', link)
    const server = await startTeller(join(link, 'teller.ts'))
    folder.write('one/teller.ts', telling('one and a half'))
    await server.until(/^it says one and a half$/)
    symlinkSync('two', `${link}~`)
    renameSync(`${link}~`, link)
    await server.until(/^it says two$/)
    folder.write('two/teller.ts', telling('three'))
    await server.until(/^it says three$/)
  })

  test('a plugin that was loaded, or loaded anew, by command meanwhile', async () => {
    const server = await startTeller()
    folder.write('late.ts', pluginSource('Late', `plugin.util.logConsole('late one')`))
    server.run('meta load ./late.ts')
    server.loader.watches?.look()
    folder.write('late.ts', pluginSource('Late', `plugin.util.logConsole('late two')`))
    await server.until(/^late two$/)
  })

  test('nothing any more when meta_watch is 0, and all of it again when it is 1', async () => {
    const server = await startTeller()
    expect(server.loader.watches?.watchedFolders).toBeGreaterThan(0)
    server.run('meta_watch 0')
    server.loader.watches?.look()
    expect(server.loader.watches?.watchedFolders).toBe(0)
    folder.write('teller.ts', telling('two'))
    await server.settle()
    expect(reloads(server)).toBe(0)
    server.run('meta_watch 1')
    server.loader.watches?.look()
    await server.until(anew)
  })

  test('nothing of a plugin that was unloaded', async () => {
    const server = await startTeller()
    server.run('meta unload Teller')
    server.loader.watches?.look()
    expect(server.loader.watches?.watchedFolders).toBe(0)
    folder.write('teller.ts', telling('two'))
    await server.settle()
    expect(server.loader.plugins).toEqual([])
  })
})

describe('a plugin that may not be loaded anew now', () => {
  const stubborn = (word: string, unloadable: string): string =>
    telling(word).replace('attach(', `unloadable: ${unloadable},\n  attach(`)

  test('waits for the map change, which is said once', async () => {
    const server = await startTeller(folder.write('teller.ts', stubborn('one', '2')))
    folder.write('teller.ts', stubborn('two', '2'))
    await server.until(/plugin 'Teller' has changed, and is loaded anew at the next map change/)
    folder.write('teller.ts', stubborn('three', '2'))
    await server.settle()
    expect(server.said().filter((line) => line.includes('has changed'))).toHaveLength(1)
    server.run('changelevel box2')
    server.frames(3)
    expect(server.printed).toContain('it says three')
    expect(server.printed).not.toContain('it says two')
  })

  test('and at no map change either goes on, which is said once', async () => {
    const server = await startTeller(folder.write('teller.ts', stubborn('one', '1')))
    folder.write('teller.ts', stubborn('two', '1'))
    await server.until(/plugin 'Teller' cannot be unloaded now: it can only be at server start/)
    folder.write('teller.ts', stubborn('three', '1'))
    await server.settle()
    expect(server.said().filter((line) => line.includes('cannot be unloaded now'))).toHaveLength(1)
    expect(server.loader.plugins[0]?.isRunning).toBe(true)
  })
})

test('a native library that has changed is not loaded anew, and the log says what does it', async () => {
  const { copyFileSync } = await import('node:fs')
  const library = folder.write('addons/observer.so', '')
  const built = join(nativeFiles.game, 'addons/observer/observer.so')
  copyFileSync(built, library)
  const server = await startWatching(folder, [], { pluginsIni: 'linux addons/observer.so\n' })
  copyFileSync(built, `${library}.new`)
  renameSync(`${library}.new`, library)
  const line = await server.until(/its library has changed/)
  expect(line).toMatch(/'meta reload 1' or the next map change loads the new one$/)
})
