import { symlinkSync, utimesSync } from 'node:fs'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, nativeLine, startGuest, type GuestGame, type GuestServer } from './guest-server.js'
import { counterOf, detaches, greeter } from './plugins.js'

const folder = temporaryFolder()
const stubLine = 'linux addons/metamod-ts/stubs/counter.so'
const plugins = { 'counter.ts': counterOf('first') }

describeHosts('the host’s plugins.ini', (host) => {
  const start = (game: Omit<GuestGame, 'host'>): GuestServer => {
    detaches()
    return startGuest(folder, { host, ...game })
  }
  const counts = (server: GuestServer): boolean => {
    server.frames(3)
    return server.run('count').includes('first: counting')
  }

  test('fixes the place of a plugin among native ones by a line for its stub', () => {
    const server = start({ plugins, after: `${stubLine} In Between\n${nativeLine('overrider')}` })
    const rows = server.rows()
    expect(rows[1]).toMatch(/^ \[ 2] In Between +RUN .* counter\.so .* ini /)
    expect(rows[2]).toMatch(/^ \[ 3] Overrider +RUN /)
    expect(rows).toHaveLength(3)
    expect(server.errors()).toEqual([])
    expect(counts(server)).toBe(true)
  })

  test('may list a stub whose plugin our plugins.ini does not name', () => {
    const server = start({
      others: plugins,
      stubs: { 'metamod-ts/stubs/counter.so': 'counter.ts' },
      after: stubLine,
    })
    expect(server.row('counter.so')).toMatch(/Counter +RUN .* ini /)
    expect(counts(server)).toBe(true)
  })

  test('refuses a stub above the line that lists us, and says to put it below', () => {
    const server = start({
      others: plugins,
      stubs: { 'metamod-ts/stubs/counter.so': 'counter.ts' },
      before: stubLine,
    })
    expect(server.row('counter.so')).not.toContain('RUN')
    expect(server.printed.join('\n')).toMatch(/counter\.ts .*its line stands below this one in plugins\.ini/)
    expect(server.row('metamod_ts.so')).toContain('RUN')
  })

  test('that names a stub twice loads its plugin once', () => {
    const server = start({ plugins, after: `${stubLine}\n${stubLine}` })
    expect(server.rows()).toHaveLength(2)
    expect(counts(server)).toBe(true)
  })

  test('that lists two stubs of one plugin gets the first, and a line that names both', () => {
    const server = start({
      plugins,
      stubs: { 'metamod-ts/stubs/second.so': 'counter.ts' },
      after: `${stubLine}\nlinux addons/metamod-ts/stubs/second.so`,
    })
    expect(server.row('counter.so')).toContain('RUN')
    expect(server.row('second.so')).not.toContain('RUN')
    expect(server.errors().join('\n')).toMatch(/second\.so.*counter\.so already/s)
    expect(counts(server)).toBe(true)
  })

  test('that lists us twice gets us once, and a line that says so', () => {
    const server = start({ plugins, after: 'linux addons/again.so' })
    server.stop()
    symlinkSync(server.path('addons/metamod-ts/dlls/metamod_ts.so'), server.path('addons/again.so'))
    const again = server.restart()
    expect(again.row('again.so')).not.toContain('RUN')
    expect(again.printed.join('\n')).toMatch(/loaded already; name it once in plugins\.ini/)
    expect(counts(again)).toBe(true)
  })

  test('brings a plugin back that was unloaded when the map ends, if it lists its stub', () => {
    const server = start({ plugins, after: stubLine })
    server.run('meta unload Counter')
    expect(server.row('counter.so')).toBeUndefined()
    server.engine.changeLevel('other')
    server.frames(5)
    expect(server.row('counter.so')).toContain('RUN')
    expect(counts(server)).toBe(true)
  })

  test('brings it back at quit too, and GameShutdown ends it again', () => {
    const server = start({ plugins, after: stubLine })
    server.run('meta unload Counter')
    expect(detaches()).toBe(1)
    server.run('quit')
    server.engine.stop()
    expect(detaches()).toBe(1)
  })

  test('has a stub loaded anew when the map ends, if its file is newer', () => {
    const server = start({ plugins, after: stubLine })
    const later = new Date(Date.now() + 60_000)
    utimesSync(server.path('addons/metamod-ts/stubs/counter.so'), later, later)
    server.write('addons/ts/counter.ts', counterOf('second'))
    server.engine.changeLevel('other')
    server.frames(5)
    expect(server.run('count')).toContain('second: counting')
  })

  test('takes out a plugin whose line is gone', () => {
    const server = start({ plugins, after: stubLine })
    server.write('addons/metamod/plugins.ini', 'linux addons/metamod-ts/dlls/metamod_ts.so\n')
    server.run('meta refresh')
    expect(server.row('counter.so')).toBeUndefined()
    expect(detaches()).toBe(1)
  })
})

describeHosts('our plugins.ini', (host) => {
  test('leaves native plugins to the host, with a line that says where to put them', () => {
    const server = startGuest(folder, {
      host,
      plugins: { 'greeter.ts': greeter },
      ours: nativeLine('overrider'),
    })
    expect(server.row('overrider.so')).toBeUndefined()
    expect(server.errors().join('\n')).toMatch(/overrider\.so.*put the line into the host's plugins\.ini/)
    expect(server.run('greet')).toContain('hello')
  })

  test('that names a plugin twice gets it once, and a line that says so', () => {
    const server = startGuest(folder, {
      host,
      plugins: { 'greeter.ts': greeter },
      ours: 'ts addons/ts/greeter.ts',
    })
    expect(server.rows()).toHaveLength(2)
    expect(server.printed.join('\n')).toMatch(/plugins\.ini:2: addons\/ts\/greeter\.ts: is listed already by/)
  })

  test('may name two plugins of the same file name: each has a stub of its own', () => {
    const other = pluginSource('Other', "plugin.addCommand('other', () => plugin.util.logConsole('other'))")
    const server = startGuest(folder, { host, plugins: { 'a/same.ts': greeter, 'b/same.ts': other } })
    expect(server.rows()).toHaveLength(3)
    expect(server.run('greet; other')).toEqual(expect.arrayContaining(['hello', 'other']))
    expect(server.errors()).toEqual([])
  })
})
