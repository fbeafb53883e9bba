import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest } from './guest-server.js'

const folder = temporaryFolder()

const failing = pluginSource('Failing', "plugin.on.startFrame(() => { throw new Error('boom') })")

describeHosts('a TypeScript plugin that fails too often', (host) => {
  test.each(['retry', 'unpause'])('is paused, and meta_ts %s wakes it', (command) => {
    const server = startGuest(folder, { host, plugins: { 'failing.ts': failing } })
    server.run('meta_error_limit 5')
    server.frames(20)
    expect(server.errors().at(-1)).toMatch(
      /plugin 'Failing' was paused: it failed more than 5 times within a second, last in on\.startFrame; 'meta_ts retry 1' wakes it/,
    )
    const stateOf = (): string | undefined =>
      server.run('meta_ts list').find((line) => line.includes('Failing'))
    expect(stateOf()).toMatch(/ STOP /)
    const before = server.errors().length
    server.frames(20)
    expect(server.errors()).toHaveLength(before)
    server.run('changelevel box2')
    server.frames(5)
    expect(stateOf()).toMatch(/ STOP /)
    server.run(`meta_ts ${command} Failing`)
    expect(stateOf()).toMatch(/ RUN /)
    server.frames(20)
    expect(stateOf()).toMatch(/ STOP /)
  })

  test('goes at the map change if it was to go then, and the host hears of it', () => {
    const stubborn = failing.replace('attach(', 'unloadable: 2,\n  attach(')
    const server = startGuest(folder, { host, plugins: { 'failing.ts': stubborn } })
    server.run('meta_error_limit 5')
    server.frames(20)
    server.run('meta_ts unload Failing')
    expect(server.row('failing.so')).toBeDefined()
    server.run('changelevel box2')
    server.frames(5)
    expect(server.run('meta_ts list').at(-1)).toBe('0 plugins, 0 running')
    expect(server.row('failing.so')).toBeUndefined()
  })
})
