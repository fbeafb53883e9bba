import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './test-server.js'

const folder = temporaryFolder()
const main = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))

function metamod(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', input: '', timeout: 25_000 })
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
  expect(stdout).toMatch(/ERROR: plugin 'Timer': a timer or promise at .*timer\.ts:6:13: late/)
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

test('a wrong option is refused by name', () => {
  const { status, stderr } = metamod('--frame', '5')
  expect(stderr).toMatch(/^Unknown option '--frame'/)
  expect(status).toBe(2)
})

test('--help lists the options', () => {
  expect(metamod('--help').stdout).toMatch(/--plugin FILE/)
})

test('a game directory without config.ini is refused with a cure', () => {
  const { status, stdout } = metamod('--game', `${folder.path}/none`, '--frames', '5')
  expect(stdout).toMatch(
    /addons\/metamod\/config\.ini: names no game DLL; add a line such as 'gamedll dlls\/cs\.so'/,
  )
  expect(status).toBe(1)
})
