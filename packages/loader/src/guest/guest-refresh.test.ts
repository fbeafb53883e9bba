import { LoadTime } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { bootedGuest, guestGame, metamodFolder, type GuestServer } from '../testing/guest-server.js'
import { pluginText } from '../testing/plugin-text.js'

const ini = `${metamodFolder}/plugins.ini`
const statusOf = ({ host }: GuestServer): string[] => host.rows.map(({ status }) => status)

function changeMap({ guest, printed }: GuestServer): string[] {
  printed.length = 0
  guest.mapEnded()
  guest.mapStarted()
  return [...printed]
}

describe('as a guest, a map change', () => {
  test('has the host load what our plugins.ini lists anew, and unload what it lists no longer', () => {
    const files = { 'addons/a.ts': pluginText({ name: 'A' }), 'addons/b.ts': pluginText({ name: 'B' }) }
    const game = guestGame({ ...files, [ini]: 'ts addons/a.ts\n' })
    const server = bootedGuest(game)
    game.write(ini, 'ts addons/b.ts\n')
    expect(changeMap(server).at(-1)).toBe('[META] plugins were looked through: 1 loaded, 1 unloaded')
    expect(server.host.rows).toEqual([{ file: server.stub('b'), status: 'RUN', slot: 1 }])
    expect(server.guest.plugins.all).toMatchObject([{ name: 'B', isRunning: true }])
  })

  test('asks the host for nothing before the next map has started', () => {
    const game = guestGame({ 'addons/a.ts': pluginText(), [ini]: '' })
    const server = bootedGuest(game)
    game.write(ini, 'ts addons/a.ts\n')
    server.guest.mapEnded()
    expect(server.host.calls).toEqual([])
    server.guest.mapStarted()
    expect(server.host.calls).toEqual([`load addons/metamod-ts/stubs/a.so ${LoadTime.Changelevel}`])
  })

  test('is not what the first map is', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': 'const a = = 1', [ini]: 'ts addons/a.ts\n' }))
    server.printed.length = 0
    server.guest.mapStarted()
    expect(server.printed).toEqual([])
  })

  test('reloads what has changed, whether we listed it or the host did, and the host does not hear of it', () => {
    const game = guestGame({
      'addons/a.ts': pluginText({ name: 'A', version: '1' }),
      'addons/b.ts': pluginText({ name: 'B', version: '1' }),
      [ini]: 'ts addons/a.ts\nts addons/b.ts\n',
    })
    // Makes the stubs, of which the host's plugins.ini then lists one.
    const { stub } = bootedGuest(game)
    game.write(
      'addons/metamod/plugins.ini',
      `linux ${metamodFolder}/dlls/metamod_ts.so\nlinux ${stub('b')}\n`,
    )
    const server = bootedGuest(game)
    server.host.load(stub('b'), LoadTime.Startup)
    const before = server.host.calls.length
    for (const name of ['A', 'B'])
      game.write(`addons/${name.toLowerCase()}.ts`, pluginText({ name, version: '2.0' }))
    changeMap(server)
    expect(server.host.calls).toHaveLength(before)
    expect(server.guest.plugins.all).toMatchObject([
      { name: 'A', source: 'ini', info: { version: '2.0' } },
      { name: 'B', source: 'host', info: { version: '2.0' } },
    ])
  })

  test('tries again what failed, and does what was put off', () => {
    const files = {
      'addons/bad.ts': 'const a = = 1',
      'addons/slow.ts': pluginText({ name: 'Slow', more: 'unloadable: 2,' }),
    }
    const game = guestGame({ ...files, [ini]: 'ts addons/bad.ts\nts addons/slow.ts\n' })
    const server = bootedGuest(game)
    server.metaTs('unload', 'Slow')
    expect(statusOf(server)).toEqual(['RUN'])
    game.write('addons/bad.ts', pluginText({ name: 'Good' }))
    changeMap(server)
    expect(server.guest.plugins.all).toMatchObject([{ name: 'Good', isRunning: true }])
    changeMap(server)
    expect(server.guest.plugins.all.map(({ name }) => name)).toEqual(['Good', 'Slow'])
  })

  test('lets plugins that are paused go on', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': pluginText(), [ini]: 'ts addons/a.ts\n' }))
    server.metaTs('pause', '1')
    changeMap(server)
    expect(server.guest.plugins.all).toMatchObject([{ isRunning: true }])
  })

  test('after the end of the plugins brings none back', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': pluginText(), [ini]: 'ts addons/a.ts\n' }))
    server.guest.plugins.unloadAll()
    changeMap(server)
    expect(server.guest.plugins.all).toEqual([])
    expect(server.host.calls).toHaveLength(1)
  })
})

describe('as a guest', () => {
  test('retry has the host load a plugin again that failed', () => {
    const game = guestGame({ 'addons/a.ts': 'const a = = 1', [ini]: 'ts addons/a.ts\n' })
    const server = bootedGuest(game)
    game.write('addons/a.ts', pluginText())
    server.metaTs('retry', '1')
    expect(statusOf(server)).toEqual(['RUN'])
    expect(server.metaTs('retry', '1').join()).toMatch(/has nothing to be tried again: it is loaded/)
  })

  test('clear takes a plugin off the list that the host does not have', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': 'const a = = 1', [ini]: 'ts addons/a.ts\n' }))
    server.metaTs('clear', '1')
    expect(server.guest.plugins.all).toEqual([])
  })

  test('clear leaves a plugin in the list whose stub the host keeps', () => {
    const game = guestGame({ 'addons/a.ts': pluginText(), [ini]: 'ts addons/a.ts\n' })
    const server = bootedGuest(game, 'metamod-p')
    server.metaTs('unload', '1')
    expect(server.metaTs('clear', '1').join()).toMatch(
      /has its stub in metamod-p, which keeps it; 'meta_ts reload 1'/,
    )
    expect(server.metaTs('retry', '1').join()).toMatch(/it was unloaded, and metamod-p keeps its stub/)
    expect(server.metaTs('reload', '1').join()).toMatch(/Reloaded/)
  })
})
