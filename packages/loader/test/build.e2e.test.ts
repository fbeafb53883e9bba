/** `metamod-loader build`, and what servers make of its results. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer } from './test-server.js'

const folder = temporaryFolder()
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const program = at('../dist/cli/metamod-loader.cjs')

function build(cwd: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [program, 'build', ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 100_000,
  })
  return { ...run, lines: run.stdout.split('\n') }
}

function project(name: string, attach: string, top = ''): string {
  folder.write(
    `${name}/package.json`,
    JSON.stringify({ name: `@me/${name}`, version: '1.2.3', main: 'src/index.ts' }),
  )
  folder.write(`${name}/src/index.ts`, pluginSource('Hello', attach, { top }))
  return join(folder.path, name)
}

/** Unpacks a zip into a folder of the test's. */
function unpack(file: string, to: string): string[] {
  const files = unzipSync(readFileSync(file))
  for (const [path, content] of Object.entries(files)) folder.write(`${to}/${path}`, content)
  return Object.keys(files)
}

const failing = `    plugin.addCommand('boom', () => {\n      throw new Error('in TypeScript')\n    })`

describe('the results of a build', () => {
  test('are a folder, and a zip that is laid out as the game directory', () => {
    const path = project('laid-out', failing)
    const { stdout, stderr, status } = build(path)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ts addons\/laid-out$/m)
    const names = ['index.js', 'index.js.map', 'package.json', 'plugins.ini.txt']
    expect(unpack(join(path, 'dist/laid-out-1.2.3.zip'), 'unpacked')).toEqual(
      names.map((name) => `addons/laid-out/${name}`),
    )
    for (const name of names) expect(existsSync(join(path, 'dist/laid-out', name))).toBe(true)
    expect(readFileSync(join(path, 'dist/laid-out/plugins.ini.txt'), 'utf8')).toMatch(
      /^ts addons\/laid-out$/m,
    )
  })

  test('run on a server, whose errors name the TypeScript line', () => {
    const path = project('shipped', failing)
    build(path)
    const game = temporaryFolder()
    const files = unzipSync(readFileSync(join(path, 'dist/shipped-1.2.3.zip')))
    for (const [name, content] of Object.entries(files)) game.write(name, content)
    const server = startServer(game, { pluginsIni: 'ts addons/shipped\n' })
    expect(server.run('meta list')[2]).toMatch(/^ \[ 1] Hello +RUN .* shipped /)
    expect(server.run('boom').join('\n')).toMatch(
      /addons\/shipped\/src\/index\.ts:6:13: (Error: )?in TypeScript/,
    )
  })

  test('are the same byte for byte each time, and replace those before', () => {
    const path = project('again', failing)
    build(path)
    const first = readFileSync(join(path, 'dist/again-1.2.3.zip'))
    expect(build(path).status).toBe(0)
    expect(readFileSync(join(path, 'dist/again-1.2.3.zip')).equals(first)).toBe(true)
  })

  test('have for a guest the stub that the server would make', () => {
    const path = project('guest', failing)
    const { stdout } = build(path, '--guest')
    expect(stdout).toMatch(/^linux addons\/metamod-ts\/stubs\/guest\.so$/m)
    const [zip = ''] = stdout.match(/dist\/guest-1\.2\.3-guest-\w+\.zip/) ?? []
    const stub = unzipSync(readFileSync(join(path, zip)))['addons/metamod-ts/stubs/guest.so']
    expect(strFromU8(stub ?? new Uint8Array(), true)).toContain('addons/guest\0')
    expect(strFromU8(stub ?? new Uint8Array(), true)).toContain('../dlls/metamod_ts.so\0')
  })
})

describe('npm packages', () => {
  test('are in the bundle', () => {
    const path = project('bundled', `    plugin.util.logConsole(word)`, `import word from 'a-word'`)
    folder.write('bundled/node_modules/a-word/package.json', '{ "name": "a-word", "version": "1.0.0" }')
    folder.write('bundled/node_modules/a-word/index.js', "module.exports = 'from a package'")
    build(path)
    expect(readFileSync(join(path, 'dist/bundled/index.js'), 'utf8')).toContain('from a package')
  })

  test('with machine code travel beside it with what they need, and are named', () => {
    const path = project('native', `    plugin.util.logConsole(word)`, `import word from 'a-native'`)
    const packages = 'native/node_modules'
    folder.write(
      `${packages}/a-native/package.json`,
      '{ "name": "a-native", "version": "1.0.0", "dependencies": { "needed": "1" } }',
    )
    folder.write(`${packages}/a-native/index.js`, "module.exports = require('needed')")
    folder.write(`${packages}/a-native/build/x.node`, '')
    folder.write(`${packages}/needed/package.json`, '{ "name": "needed", "version": "1.0.0" }')
    folder.write(`${packages}/needed/index.js`, "module.exports = 'from what it needs'")
    const { stdout } = build(path)
    expect(stdout).toMatch(/a-native 1\.0\.0 travels beside the bundle/)
    expect(stdout).toMatch(/a-native: holds machine code for linux/)
    const game = temporaryFolder()
    const files = unzipSync(readFileSync(join(path, 'dist/native-1.2.3.zip')))
    for (const [name, content] of Object.entries(files)) game.write(name, content)
    expect(startServer(game, { pluginsIni: 'ts addons/native\n' }).printed).toContain('from what it needs')
  })

  test('that are not installed are named with the cure', () => {
    const { stderr, status } = build(project('missing', `    void word`, `import word from 'not-installed'`))
    expect(stderr).toMatch(/src\/index\.ts:1:.*\n/)
    expect(stderr).toContain("'npm install not-installed' does that")
    expect(status).toBe(1)
  })
})

describe('a build is refused', () => {
  test('for a mistake in the source, which is shown', () => {
    const { stderr, status } = build(project('broken', `    const = 1`))
    expect(stderr).toMatch(/src\/index\.ts: not built; correct what follows/)
    expect(stderr).toMatch(/src\/index\.ts:5:10:\n.*const = 1\n.*\^/s)
    expect(status).toBe(1)
  })

  test('without a plugin', () => {
    folder.write('none/readme.txt', '')
    expect(build(join(folder.path, 'none')).stderr).toMatch(
      /a folder without a plugin in it; name the plugin's file/,
    )
  })

  test('without a default export', () => {
    folder.write('named/src/index.ts', 'export const plugin = 1')
    expect(build(join(folder.path, 'named')).stderr).toMatch(/has no default export; write 'export default/)
  })

  test('where the results cannot be written, and nothing of others is removed', () => {
    const path = project('in-the-way', failing)
    folder.write('in-the-way/dist', 'a file')
    expect(build(path).stderr).toMatch(/dist: cannot be written: .*; make room for it/)
    folder.write('in-the-way/out/in-the-way/precious.txt', '')
    expect(build(path, '--out', 'out').stderr).toMatch(
      /is there already and was not made by 'metamod-loader build'/,
    )
    expect(existsSync(join(path, 'out/in-the-way/precious.txt'))).toBe(true)
  })

  test('for a name that is no folder', () => {
    folder.write('odd/package.json', '{ "name": "a b" }')
    folder.write('odd/index.js', 'module.exports = {}')
    expect(build(join(folder.path, 'odd')).stderr).toMatch(/name must be letters, digits.* got 'a b'/)
  })
})

test('a single file is built as well', () => {
  const file = folder.write('single/one.ts', pluginSource('One', ''))
  mkdirSync(join(folder.path, 'single/node_modules/@csr'), { recursive: true })
  symlinkSync(at('../../sdk'), join(folder.path, 'single/node_modules/@csr/metamod-sdk'))
  expect(build(dirname(file), 'one.ts').status).toBe(0)
  expect(existsSync(join(dirname(file), 'dist/one/index.js'))).toBe(true)
})
