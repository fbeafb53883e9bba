/** Errors that nobody caught, in a process of its own: the development server, on any release of Node. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import { marksPromises } from '../src/errors/attribution.js'
import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './plugin-source.js'

const folder = temporaryFolder()
const main = process.env['METAMOD_CLI'] ?? fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))
const node = process.env['METAMOD_NODE'] ?? process.execPath
const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()

const top = [
  "import { readFile, promises } from 'node:fs'",
  "import { connect } from 'node:net'",
  "import { get } from 'node:http'",
  "import { lookup } from 'node:dns'",
  "import { spawn } from 'node:child_process'",
  "import { EventEmitter } from 'node:events'",
  "import { Worker } from 'node:worker_threads'",
  'const later = (ms: number) => new Promise((done) => setTimeout(done, ms))',
].join('; ')

const game = folder.path
folder.write('addons/metamod/config.ini', 'gamedll dlls/game.so\n')
folder.write('addons/metamod/plugins.ini', '')

/** Runs a server with plugins, and their command `trial`, for a while; gives the errors that it printed. */
function errorsOf(plugins: Readonly<Record<string, string>>): string[] {
  return printedBy(plugins, 'trial; wait; wait; wait').filter((line) => line.includes('ERROR'))
}

function printedBy(plugins: Readonly<Record<string, string>>, exec: string): string[] {
  const named = Object.entries(plugins).flatMap(([name, attach]) => [
    '--plugin',
    folder.write(`${name}.ts`, pluginSource(name, attach, { top })),
  ])
  const wait = folder.write('wait.ts', pluginSource('Wait', waiting))
  const run = ['--frames', '50', '--exec', exec]
  const words = [main, '--game', game, ...named, '--plugin', wait, ...run]
  const { stdout, status } = spawnSync(node, words, { encoding: 'utf8', input: '', timeout: 100_000 })
  expect(status).toBe(0)
  expect(stdout).toContain('waited')
  return stdout.split('\n')
}

/** A command that gives the other plugins' timers, files and sockets a moment to call back. */
const waiting = `
  plugin.addCommand('wait', () => {
    for (const end = Date.now() + 50; Date.now() < end;);
    plugin.util.logConsole('waited')
  })`

// The other plugin starts as much as the one whose error it is, so that there is no other way to tell them apart.
const other = 'setInterval(() => { void promises.readFile("/dev/null") }, 1); get'

describe.skipIf(!marksPromises(version))(
  'an error whose stack names no plugin is logged with its plugin',
  () => {
    test.each([
      [
        'a file that is not there',
        'a file callback',
        "readFile('/nowhere', (error) => { if (error) throw error })",
      ],
      ['the same as a promise', 'a promise', "void promises.readFile('/nowhere')"],
      ['a text thrown by a timer', 'a timer', "setTimeout(() => { throw 'late' }, 1)"],
      ['a timer of a timer', 'a timer', "setTimeout(() => setTimeout(() => { throw 'late' }, 1), 1)"],
      ['an immediate', 'an immediate', "setImmediate(() => { throw 'late' })"],
      ['a tick', 'a callback', "process.nextTick(() => { throw 'late' })"],
      ['a rejected text', 'a promise', "void Promise.reject('late')"],
      ['a rejected nothing', 'a promise', 'void Promise.reject()'],
      ['a refused connection', 'a callback', "connect(1, '127.0.0.1')"],
      ['a refused request', 'a callback', "get('http://127.0.0.1:1')"],
      ['a refused fetch', 'a promise', "void fetch('http://127.0.0.1:1')"],
      ['a program that is not there', 'a callback', "spawn('/nowhere/program')"],
      ['a worker', 'a (callback|message port)', "new Worker('throw 1', { eval: true })"],
      [
        'what begins after an await',
        'a callback',
        "void (async () => { await later(1); connect(1, '127.0.0.1') })()",
      ],
      ['a hook', 'a promise', "plugin.on.startFrame(() => { void promises.readFile('/nowhere') })"],
      ['a command', 'a promise', "plugin.addCommand('trial', () => { void promises.readFile('/nowhere') })"],
    ])('%s', (_, place, attach) => {
      const [first] = errorsOf({ Other: other, Trial: attach })
      expect(first).toMatch(new RegExp(`plugin 'Trial': ${place}: `))
    })

    test('the top level of a file', () => {
      const [first] = errorsOf({ Other: other, Trial: '} , later: void Promise.reject("top"), more() {' })
      expect(first).toMatch(/plugin 'Trial': a promise: threw 'top'/)
    })
  },
)

describe.skipIf(marksPromises(version))(
  'where promises are not marked, an error whose stack names no plugin',
  () => {
    const trial = "void promises.readFile('/nowhere')"

    test('is that of the only plugin that can have started anything', () => {
      expect(errorsOf({ Idle: '', Trial: trial })[0]).toMatch(/plugin 'Trial': a promise: /)
    })

    test('is logged with the names of all that can have', () => {
      expect(errorsOf({ Other: other, Idle: '', Trial: trial })[0]).toMatch(
        /uncaught: ENOENT.*; it may have come from plugin 'Other' or 'Trial'; the server goes on/,
      )
    })
  },
)

test('a plugin that calls itself for ever while it makes promises does not end the server', () => {
  const errors = errorsOf({
    Trial: `const forever = async (): Promise<void> => { await forever() }
            plugin.addCommand('trial', forever); plugin.on.startFrame(() => { void forever() })`,
  })
  expect(errors[0]).toMatch(/plugin 'Trial': .*: RangeError: Maximum call stack size exceeded/)
})

test('what a version before goes on with is told with its own source, and does not pause the next version', () => {
  const next = pluginSource('Trial', '// The next version.')
  const printed = printedBy(
    {
      Trial: `plugin.addCommand('trial', () => {
        void promises.writeFile(__filename.replace(/\\.\\w+\\.cjs$/, ''), ${JSON.stringify(next)})
        setInterval(() => { throw new Error('from before') }, 1)
      })`,
    },
    'trial; wait; meta reload Trial; meta_error_limit 2; wait; wait; wait; meta list',
  )
  expect(printed.find((line) => / Trial .* RUN /.test(line))).toBeDefined()
  const told = printed.slice(printed.findIndex((line) => line.includes("Reloaded plugin 'Trial'")))
  const first = told.findIndex((line) => line.includes("plugin 'Trial': a timer"))
  expect(told[first]).toMatch(/ at .*Trial\.ts:7:\d+: from before; correct/)
  if (!marksPromises(version)) {
    // Then nobody knows that it was the version before, and of neither a line is shown.
    expect(told[first + 1]).not.toMatch(/^\[META] {5}[ >] \d/)
    return
  }
  expect(told[first]).toContain('a timer of a version that was unloaded')
  expect(told).toContain("[META]     > 7 |         setInterval(() => { throw new Error('from before') }, 1)")
})
