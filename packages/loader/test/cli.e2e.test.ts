import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './test-server.js'

const folder = temporaryFolder()
const main = process.env['METAMOD_CLI'] ?? fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))

function metamod(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', input: '', timeout: 100_000 })
}

test('without a terminal it runs frames and commands, prints what the console prints, and exits with 0', () => {
  const { status, stdout, stderr } = metamod('--frames', '30', '--exec', 'meta list; status')
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^4 plugins, 4 running$/m)
  expect(stdout).toMatch(/"Ada"/)
  expect(stdout).toMatch(/"Grace"/)
  expect(status).toBe(0)
})

test('--plugin adds a plugin for this run', () => {
  const plugin = folder.write('more.ts', pluginSource('More', ''))
  expect(metamod('--frames', '5', '--plugin', plugin, '--exec', 'meta list').stdout).toMatch(
    / \[ 5] More .* more\.ts .* cmd /,
  )
})

test('--game names another game directory', () => {
  folder.write('addons/metamod/config.ini', 'gamedll dlls/game.so\n')
  folder.write('addons/metamod/plugins.ini', '; none\n')
  expect(metamod('--game', folder.path, '--frames', '5', '--exec', 'meta list').stdout).toMatch(
    /^0 plugins, 0 running$/m,
  )
})

test('an error in a hook names the line and column in the TypeScript source', () => {
  const plugin = folder.write(
    'hook.ts',
    pluginSource('Hook', "    plugin.on.clientPutInServer(() => {\n      throw new Error('boom')\n    })"),
  )
  const { status, stdout } = metamod('--plugin', plugin, '--frames', '20')
  expect(stdout).toMatch(
    /ERROR: plugin 'Hook': on\.clientPutInServer at .*hook\.ts:6:13: boom; correct the plugin and load it again/,
  )
  expect(status).toBe(0)
})

test('an error in a timer is logged with its plugin and does not end the server', () => {
  const plugin = folder.write(
    'timer.ts',
    pluginSource('Timer', "    setImmediate(() => {\n      throw new Error('late')\n    })"),
  )
  const { status, stdout } = metamod('--plugin', plugin, '--frames', '20', '--exec', 'meta list')
  expect(stdout).toMatch(/ERROR: plugin 'Timer': an immediate at .*timer\.ts:6:13: late/)
  expect(stdout).toMatch(/^5 plugins, 5 running$/m)
  expect(status).toBe(0)
})

test('promises and timers of a plugin go on between frames', () => {
  const attach =
    "    void (async () => { await null; await new Promise((done) => setTimeout(done, 1)); plugin.util.logConsole('later') })()"
  const plugin = folder.write('promise.ts', pluginSource('Later', attach))
  expect(metamod('--plugin', plugin, '--frames', '5000').stdout).toMatch(/^later$/m)
})

test('quit ends a run before its last frame, cleanly', () => {
  const { status, stdout } = metamod('--frames', '300', '--exec', 'quit; echo no')
  expect(stdout).not.toMatch(/^no$/m)
  expect(status).toBe(0)
})

test.each([['--frames', '5000'], ['--console']])(
  'a reader of what is printed that has seen enough ends the server quietly (%s)',
  async (...args) => {
    const attach =
      "setInterval(() => { throw new Error('late') }, 1); plugin.on.startFrame(() => plugin.util.logConsole('frame'))"
    const chatty = folder.write('chatty.ts', pluginSource('Chatty', attach))
    const server = spawn(process.execPath, [main, '--plugin', chatty, ...args])
    let errors = ''
    server.stderr.on('data', (text: Buffer) => (errors += text.toString()))
    await once(server.stdout, 'data')
    server.stdout.destroy()
    onTestFinished(() => void server.kill('SIGKILL'))
    expect(await once(server, 'exit')).toEqual([0, null])
    expect(errors).toBe('')
  },
)

test('a wrong option is refused by name', () => {
  const { status, stderr } = metamod('--frame', '5')
  expect(stderr).toMatch(/^Unknown option '--frame'/)
  expect(status).toBe(2)
})

test('--help lists the options', () => {
  expect(metamod('--help').stdout).toMatch(/--plugin FILE/)
})

test('a game directory that is not there is refused', () => {
  const { status, stderr } = metamod('--game', `${folder.path}/none`, '--frames', '5')
  expect(stderr).toMatch(/^--game: no such directory .*\/none; correct the path\n$/)
  expect(status).toBe(2)
})

test.each([
  [
    'without config.ini',
    'empty/readme.txt',
    /no game DLL was found; create addons\/metamod\/config\.ini in .*\/empty with a line such/,
  ],
  [
    'whose config.ini names no game DLL',
    'nameless/addons/metamod/config.ini',
    /no game DLL was found; add a line such as 'gamedll dlls\/cs\.so' to addons\/metamod\/config\.ini/,
  ],
])('a game directory %s is refused with a cure', (_, file, message) => {
  folder.write(file, '')
  const directory = `${folder.path}/${file.split('/', 1).join('')}`
  const { status, stdout, stderr } = metamod('--game', directory, '--frames', '5')
  expect(stdout).toMatch(message)
  expect(stderr).toMatch(/GetEntityAPI2 answered 0; the lines above may say why/)
  expect(status).toBe(1)
})

test('a plugin that wants entities before there is a map is refused, and the server goes on', () => {
  const plugin = folder.write('early.ts', pluginSource('Early', 'plugin.engine.createEntity()'))
  const { status, stdout } = metamod('--plugin', plugin, '--frames', '20')
  expect(stdout).toMatch(
    /'Early' not loaded: attach threw at .*early\.ts:5:\d+: MetamodError: createEntity: the server/,
  )
  expect(stdout).toMatch(/^\[META] 4 of 5 plugins are running/m)
  expect(status).toBe(0)
})

test('a plugin that precaches in the spawn of the world does so in time', () => {
  const attach =
    "    const undo = plugin.on.spawn(() => { plugin.log(`model ${plugin.engine.precacheModel('models/x.mdl')}`); undo() })"
  const plugin = folder.write('precache.ts', pluginSource('Precache', attach))
  expect(metamod('--plugin', plugin, '--frames', '5').stdout).toMatch(/^\[.*] model [1-9]\d*$/m)
})

test('what a promise is rejected with is named even if it is no Error', () => {
  const plugin = folder.write('odd.ts', pluginSource('Odd', "void Promise.reject('a string')"))
  const { status, stdout } = metamod('--plugin', plugin, '--frames', '20')
  expect(stdout).toMatch(/^\[META] ERROR: plugin 'Odd': a promise: threw 'a string'; correct the plugin/m)
  expect(status).toBe(0)
})
