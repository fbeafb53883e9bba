/** What holds up, or fills, the whole process of the development server: it runs in a process of its own here. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { nativeOut } from './embedded/set-up.js'
import { pluginSource } from './plugin-source.js'

const folder = temporaryFolder()
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const command = (code: string): string => `plugin.addCommand('go', () => {\n${code}\n})`

/** Runs commands on a server with one plugin, and gives what it printed. */
function play(attach: string, nodeArguments: readonly string[] = [], limitMs = 100) {
  const plugin = folder.write('addons/Endless.ts', pluginSource('Endless', attach))
  folder.write('addons/metamod/config.ini', `gamedll ${join(nativeOut, 'game/dlls/game.so')}\n`)
  folder.write('addons/metamod/plugins.ini', '')
  const words = [
    '--conditions',
    'source',
    '--import',
    'tsx',
    ...nodeArguments,
    main,
    '--game',
    folder.path,
    '--plugin',
    plugin,
  ]
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...words, '--frames', '4000', '--exec', `meta_watchdog ${limitMs}; go; meta list`],
    { encoding: 'utf8', input: '', timeout: 100_000, killSignal: 'SIGKILL' },
  )
  return { text: stdout + stderr, status }
}

test.each([
  ['a timer', 'setTimeout(() => { for (;;); }, 1)'],
  ['an interval', 'setInterval(() => { for (;;); }, 1)'],
  ['an immediate', 'setImmediate(() => { for (;;); })'],
  ['a promise', 'void Promise.resolve().then(() => { for (;;); })'],
  ['a tick', 'process.nextTick(() => { for (;;); })'],
  ['a timer that sets the next one', 'const again = () => { setTimeout(again, 1); for (;;); }\nagain()'],
])('an endless loop in %s is ended, its plugin is paused, and the frames go on to the end', (_, code) => {
  const { text, status } = play(command(code))
  expect(text).toMatch(/plugin 'Endless': held the server up for more than 100 ms at .*Endless\.ts:\d+:\d+ /)
  expect(text).toMatch(/Endless +STOP/)
  expect(status).toBe(0)
})

test('a plugin that fills the heap is named and unloaded, and the server goes on', () => {
  const fill = 'const kept: object[] = []\nfor (;;) kept.push({ text: [kept.length] })'
  const { text, status } = play(command(fill), ['--max-old-space-size=96'], 20_000)
  expect(text).toMatch(/plugin 'Endless': filled the memory of JavaScript at .*Endless\.ts:\d+:\d+ /)
  expect(text).toMatch(/plugin 'Endless' was unloaded so that its memory can be freed/)
  expect(text).toMatch(/\d plugins, \d running/)
  expect(status).toBe(0)
})
