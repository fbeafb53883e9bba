import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { nativeFiles, pluginSource, startServer, type TestGame, type TestServer } from './test-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

/** A TypeScript plugin that tells the console when it comes. */
const telling = (name: string, word: string): string =>
  pluginSource(name, `plugin.util.logConsole('${name} says ${word}')`)

/** Puts a native plugin into the game directory, where the test may write over it. */
function copyNative(from: string, to: string): void {
  const file = join(folder.path, to)
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(join(nativeFiles.game, from), `${file}.new`)
  rmSync(file, { force: true })
  copyFileSync(`${file}.new`, file)
}

interface MapServer extends TestServer {
  /** Writes plugins.ini. */
  list(...lines: string[]): void
  /** Changes the map, and returns what was printed until the new one runs. */
  changeMap(): string[]
  /** The lines of `meta list` about plugins, in short: name and status. */
  rows(): string[]
}

function start(lines: readonly string[], game: TestGame = {}): MapServer {
  const server = startServer(folder, { ...game, pluginsIni: `${lines.join('\n')}\n` })
  server.frames(2)
  return Object.assign(server, {
    list: (...next: string[]) => void folder.write('addons/metamod/plugins.ini', `${next.join('\n')}\n`),
    changeMap: () => {
      const before = server.printed.length
      server.run('changelevel box2')
      server.frames(3)
      return server.printed.slice(before)
    },
    rows: () => server.loader.plugins.map(({ name, status, action }) => `${name} ${status} ${action}`),
  })
}

const [running, paused] = ['5 1', '6 1']

describe('at a map change', () => {
  test('what plugins.ini lists anew is loaded, and what it lists no longer is unloaded, of both kinds', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    folder.write('addons/b.ts', telling('B', 'one'))
    const server = start(['ts addons/a.ts', 'linux addons/timed/pausable.so'])
    server.list('linux addons/observer/observer.so', 'ts addons/b.ts')
    const printed = server.changeMap()
    expect(printed).toContain('pausable detached at 2 for 1')
    expect(printed).toContain('B says one')
    expect(printed).toContain('[META] plugins were looked through: 2 loaded, 2 unloaded')
    expect(server.rows().sort()).toEqual([`B ${running}`, `Observer ${running}`])
    expect(server.run('meta list').at(-1)).toBe('2 plugins, 2 running')
  })

  test('an untouched server says nothing about plugins, and touches none', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    const server = start(['ts addons/a.ts', 'linux addons/timed/pausable.so'])
    const printed = server.changeMap()
    expect(printed.filter((line) => /META|says|tached/.test(line))).toEqual([])
  })

  test('a TypeScript plugin runs anew when any file of its bundle has changed', () => {
    folder.write('addons/pack/package.json', '{ "main": "main.ts" }')
    folder.write('addons/pack/word.ts', "export const word = 'one'")
    folder.write(
      'addons/pack/main.ts',
      pluginSource('Pack', 'plugin.util.logConsole(`Pack says ${word}`)', {
        top: "import { word } from './word.js'",
      }),
    )
    const server = start(['ts addons/pack'])
    expect(server.printed).toContain('Pack says one')
    folder.write('addons/pack/word.ts', "export const word = 'two'")
    expect(server.changeMap()).toContain('Pack says two')
    folder.write('addons/pack/other.ts', telling('Pack', 'three'))
    folder.write('addons/pack/package.json', '{ "main": "other.ts" }')
    expect(server.changeMap()).toContain('Pack says three')
    expect(server.changeMap()).not.toContain('Pack says three')
  })

  test('a TypeScript plugin whose new version is not sound goes on, and is tried again at each map change', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    const server = start(['ts addons/a.ts'])
    folder.write('addons/a.ts', 'export default {{')
    for (let time = 1; time <= 2; time += 1) {
      const printed = server.changeMap()
      expect(printed.filter((line) => line.includes('ERROR'))).toEqual([
        expect.stringMatching(/plugin 'A' not loaded: .*a\.ts:1:17/),
      ])
      expect(server.rows()).toEqual(['A 5 6'])
    }
    folder.write('addons/a.ts', telling('A', 'two'))
    expect(server.changeMap()).toContain('A says two')
    expect(server.rows()).toEqual([`A ${running}`])
  })

  test('a native plugin with a newer library is reloaded, and hears why', () => {
    copyNative('addons/timed/pausable.so', 'addons/mine.so')
    const server = start(['linux addons/mine.so'])
    copyNative('addons/timed/unwilling.so', 'addons/mine.so')
    const printed = server.changeMap()
    expect(printed).toContain('pausable detached at 2 for 2')
    expect(printed).toContain('unwilling attached at 2')
    expect(server.rows()).toEqual([`unwilling ${running}`])
  })

  test('a native plugin goes on whose library has vanished or turned into a text file, and the log says so', () => {
    copyNative('addons/timed/pausable.so', 'addons/mine.so')
    const server = start(['linux addons/mine.so'])
    rmSync(join(folder.path, 'addons/mine.so'))
    expect(server.changeMap().join('\n')).toMatch(
      /plugin 'pausable': .*mine\.so or a file of it is not there/,
    )
    expect(server.run('meta reload pausable').join('\n')).toMatch(/mine\.so: no such file/)
    expect(server.run('meta clear pausable').join('\n')).not.toMatch(/ERROR/)
    folder.write('addons/mine.so', 'This is no library.')
    expect(server.changeMap().join('\n')).toMatch(
      /mine\.so: is no shared library, or is cut short; put it there anew/,
    )
    expect(server.run('meta reload pausable').join('\n')).toMatch(/mine\.so: is no shared library/)
    expect(server.rows()).toEqual(['pausable 5 6'])
    expect(server.printed.join('\n')).not.toMatch(/detached/)
  })

  test('plugins that are paused go on', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    const server = start(['ts addons/a.ts', 'linux addons/timed/pausable.so'])
    server.run('meta pause a pausable')
    expect(server.rows()).toEqual([`A ${paused}`, `pausable ${paused}`])
    expect(server.changeMap()).toContain("[META] plugin 'pausable' was paused, and goes on with the next map")
    expect(server.rows()).toEqual([`A ${running}`, `pausable ${running}`])
  })

  test('a plugin that an administrator unloaded comes back, because it is still listed', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    const server = start(['ts addons/a.ts', 'linux addons/timed/pausable.so'])
    server.run('meta unload a')
    server.run('meta unload pausable')
    expect(server.rows()).toEqual([])
    server.changeMap()
    expect(server.rows().sort()).toEqual([`A ${running}`, `pausable ${running}`])
  })

  test('plugins.ini that is gone takes nobody away', () => {
    folder.write('addons/a.ts', telling('A', 'one'))
    const server = start(['ts addons/a.ts'])
    rmSync(join(folder.path, 'addons/metamod/plugins.ini'))
    expect(server.changeMap().join('\n')).toMatch(/ERROR: addons\/metamod\/plugins\.ini: no such file/)
    expect(server.rows()).toEqual([`A ${running}`])
  })
})

describe('what may only be done at a map change waits for the next one', () => {
  const patientScript = (word: string): string =>
    telling('Patient', word).replace("version: '1.0'", "version: '1.0', loadable: 2, unloadable: 2")

  test('loading, of both kinds', () => {
    folder.write('addons/slow.ts', patientScript('hello'))
    const server = start([])
    server.run('meta load addons/slow.ts')
    server.run('meta load addons/timed/patient.so')
    expect(server.rows()).toEqual(['Patient 3 3', 'patient 3 3'])
    const printed = server.changeMap()
    expect(printed).toContain('Patient says hello')
    expect(printed).toContain('patient attached at 2')
    expect(server.rows()).toEqual([`Patient ${running}`, `patient ${running}`])
  })

  test('unloading, of both kinds, which lasts for one map where the plugin is still listed', () => {
    folder.write('addons/slow.ts', patientScript('hello'))
    const server = start(['ts addons/slow.ts', 'linux addons/timed/patient.so'])
    server.run('meta unload 1 2')
    expect(server.rows()).toEqual(['Patient 5 5', 'patient 5 5'])
    expect(server.changeMap()).toContain('patient detached at 2 for 5')
    expect(server.rows()).toEqual([])
    server.changeMap()
    expect(server.rows()).toEqual([`Patient ${running}`, `patient ${running}`])
  })

  test('reloading, unless it is taken back before', () => {
    folder.write('addons/slow.ts', patientScript('hello'))
    const server = start(['ts addons/slow.ts', 'linux addons/timed/patient.so'])
    server.run('meta reload 1 2')
    expect(server.rows()).toEqual(['Patient 5 6', 'patient 5 6'])
    server.run('meta clear 1')
    const printed = server.changeMap()
    expect(printed).not.toContain('Patient says hello')
    expect(printed).toContain('patient attached at 2')
    expect(server.rows()).toEqual([`Patient ${running}`, `patient ${running}`])
  })

  test('a plugin that refuses its detach runs on and says so in its row, until it is forced', () => {
    const server = start(['linux addons/timed/unwilling.so'])
    expect(server.run('meta unload unwilling').join('\n')).toMatch(/does not want to be unloaded/)
    expect(server.rows()).toEqual(['unwilling 5 5'])
    expect(server.run('meta info unwilling').join('\n')).toMatch(/does not want to be unloaded/)
    expect(server.changeMap()).toContain('unwilling detached at 2 for 5')
    expect(server.rows()).toEqual(['unwilling 5 5'])
    server.run('meta force_unload unwilling')
    expect(server.rows()).toEqual([])
  })
})

test('two plugins with one log tag both run, and the log names both', () => {
  folder.write('addons/one/index.ts', pluginSource('One', '').replace("logTag: 'ONE'", "logTag: 'X'"))
  folder.write('addons/two/index.ts', pluginSource('Two', '').replace("logTag: 'TWO'", "logTag: 'X'"))
  const server = start(['ts addons/one/index.ts', 'ts addons/two/index.ts'])
  expect(server.printed).toContain("[META] plugin 'Two' has the log tag 'X' of 'One'; give it one of its own")
  expect(server.rows()).toEqual([`One ${running}`, `Two ${running}`])
})

test('a plugins.ini with 1,000 lines, most of them of files that are not there, is worked through in order', () => {
  folder.write('addons/last.ts', telling('Last', 'hello'))
  const lines = Array.from({ length: 999 }, (_, index) => `linux addons/none/plugin-${index}.so`)
  const server = start([...lines, 'ts addons/last.ts'])
  expect(server.run('meta list').at(-1)).toBe('1000 plugins, 1 running')
  expect(server.loader.plugins.at(-1)).toMatchObject({ slot: 1000, isRunning: true })
  server.list('ts addons/last.ts')
  server.changeMap()
  expect(server.rows()).toEqual([`Last ${running}`])
})
