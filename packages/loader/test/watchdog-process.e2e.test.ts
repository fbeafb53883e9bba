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

interface Play {
  readonly nodeArguments?: readonly string[]
  readonly limitMs?: number
  /** Lines before the plugin. */
  readonly top?: string
}

/** Runs commands on a server with one plugin, and gives what it printed. */
function play(attach: string, { nodeArguments = [], limitMs = 100, top = '' }: Play = {}) {
  const plugin = folder.write('addons/Endless.ts', pluginSource('Endless', attach, { top }))
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
  [
    'an immediate between others',
    'for (let i = 0; i < 3; i += 1) setImmediate(() => { if (i === 1) for (;;); })',
  ],
  ['a promise', 'void Promise.resolve().then(() => { for (;;); })'],
  ['a tick', 'process.nextTick(() => { for (;;); })'],
  ['a timer that sets the next one', 'const again = () => { setTimeout(again, 1); for (;;); }\nagain()'],
])('an endless loop in %s is ended, its plugin is paused, and the frames go on to the end', (_, code) => {
  const { text, status } = play(command(code))
  expect(text).toMatch(/plugin 'Endless': held the server up for more than 100 ms at .*Endless\.ts:\d+:\d+ /)
  expect(text).toMatch(/Endless +STOP/)
  expect(status).toBe(0)
})

test('a call that cannot be interrupted is told of while it lasts, and its plugin is named when it returns', () => {
  const { text, status } = play(command("execSync('sleep 4')"), {
    limitMs: 500,
    top: "import { execSync } from 'node:child_process'",
  })
  const told = text.indexOf('in a call that cannot be interrupted, such as execSync')
  const named = text.search(
    /plugin 'Endless': held the server up for more than 500 ms at .*Endless\.ts:\d+:\d+ /,
  )
  expect(told).toBeGreaterThan(-1)
  expect(named).toBeGreaterThan(-1)
  expect(status).toBe(0)
})

test('a plugin that fills the heap is named and unloaded, and the server goes on', () => {
  const fill = 'const kept: object[] = []\nfor (;;) kept.push({ text: [kept.length] })'
  const { text, status } = play(command(fill), {
    nodeArguments: ['--max-old-space-size=128'],
    limitMs: 20_000,
  })
  expect(text).toMatch(/plugin 'Endless': filled the memory of JavaScript at .*Endless\.ts:\d+:\d+ /)
  expect(text).toMatch(/plugin 'Endless' was unloaded so that its memory can be freed/)
  // It is not there any more, so nobody is told how to wake it.
  expect(text).not.toMatch(/plugin 'Endless' was paused/)
  expect(text).toMatch(/\d plugins, \d running/)
  expect(status).toBe(0)
})
