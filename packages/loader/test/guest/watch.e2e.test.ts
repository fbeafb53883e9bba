import { setImmediate } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest, type GuestServer } from './guest-server.js'

const folder = temporaryFolder()

const counting = (word: string, more = ''): string =>
  pluginSource(
    'Counter',
    `const scores = plugin.handover('scores', () => ({ of: 0 }))
    plugin.on.startFrame(() => undefined)
    plugin.util.logConsole('${word} has ' + (scores.of += 1))
    ${more}`,
  )

const longestMs = 60_000

/** Runs frames until a line is printed that matches. */
async function until(server: GuestServer, pattern: RegExp): Promise<void> {
  const end = performance.now() + longestMs
  while (!server.printed.some((line) => pattern.test(line)) && performance.now() < end) {
    server.frames(1)
    await setImmediate()
  }
  expect(server.printed.join('\n')).toMatch(pattern)
}

describeHosts('a TypeScript plugin', (host) => {
  const start = (): GuestServer => startGuest(folder, { host, plugins: { 'counter.ts': counting('one') } })

  test('is loaded anew when its file is saved, with its state, and the host has the same row', async () => {
    const server = start()
    const row = server.row('counter.so')
    server.run('meta_watch 1')
    server.loader.watches?.look()
    server.write('addons/ts/counter.ts', counting('two'))
    await until(server, /^two has 2$/m)
    expect(server.row('counter.so')).toBe(row)
    server.write('addons/ts/counter.ts', 'const half = = 1')
    await until(server, /plugin 'Counter' goes on as it was/)
    server.write('addons/ts/counter.ts', counting('three', 'throw new Error("no")'))
    await until(server, /plugin 'Counter' is back in its version before/)
    expect(server.row('counter.so')).toBe(row)
    server.write('addons/ts/counter.ts', counting('four'))
    await until(server, /^four has 4$/m)
  })

  test('hands its state over when meta_ts or the host reloads it, and not when it is unloaded and loaded', () => {
    const server = start()
    expect(server.run('meta_ts reload Counter')).toContain('one has 2')
    expect(server.run('meta reload Counter')).toContain('one has 3')
    server.run('meta unload Counter')
    expect(server.run('meta load addons/metamod-ts/stubs/counter.so')).toContain('one has 1')
  })
})
