import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { bootedGuest, guestGame, metamodFolder, type GuestServer } from '../testing/guest-server.js'
import { pluginText } from '../testing/plugin-text.js'
import type { TemporaryFolder } from '../testing/temporary-folder.js'

const ini = `${metamodFolder}/plugins.ini`
const gameWith = (text: string): TemporaryFolder =>
  guestGame({ 'addons/a.ts': text, [ini]: 'ts addons/a.ts\n' })
/** A plugin that tells in the global `told` why it is detached. */
const telling = 'detach(reason) { (globalThis.told ??= []).push(reason) },'
const told = (): unknown => {
  const global = globalThis as { told?: unknown }
  const value = global.told
  delete global.told
  return value
}
const statusOf = ({ host }: GuestServer): string[] => host.rows.map(({ status }) => status)

describe('what the host does with a stub', () => {
  test('unloading it detaches the plugin for the reason of the host, and takes it off our list', () => {
    const server = bootedGuest(
      gameWith(pluginText({ more: telling, attach: 'plugin.on.startFrame(() => {})' })),
    )
    server.calls.length = 0
    server.host.unload('a.so')
    expect(told()).toEqual([UnloadReason.Command])
    expect(server.calls).toEqual(['setHook(1)', 'removePlugin(1)'])
    expect(server.guest.plugins.all).toEqual([])
  })

  test('reloading it runs the file as it is now, in the same slot', () => {
    const game = gameWith(pluginText({ version: '1', more: telling }))
    const server = bootedGuest(game)
    game.write('addons/a.ts', pluginText({ version: '2' }))
    expect(server.host.reload('a.so')).toBe(true)
    expect(told()).toEqual([UnloadReason.Reload])
    expect(server.guest.plugins.all).toMatchObject([{ slot: 1, isRunning: true, info: { version: '2' } }])
  })

  test('reloading a version that is not sound leaves it failed there, because the host ended the old one first', () => {
    const game = gameWith(pluginText())
    const server = bootedGuest(game)
    game.write('addons/a.ts', 'const a = = 1')
    expect(server.host.reload('a.so')).toBe(false)
    expect(server.host.rows).toMatchObject([{ status: 'badf', slot: 0 }])
    expect(server.guest.plugins.all).toMatchObject([{ isLoaded: false }])
    expect(server.printed).toContainEqual(
      expect.stringMatching(/'Trial' not loaded: .*a\.ts:1:11: Unexpected "="/),
    )
    game.write('addons/a.ts', pluginText())
    expect(server.host.retry('a.so')).toBe(true)
    expect(server.guest.plugins.all).toMatchObject([{ isRunning: true, problem: null }])
  })

  test('trying a failed attach again runs the file as it is now', () => {
    const game = gameWith(pluginText({ attach: "throw new Error('boom')" }))
    const server = bootedGuest(game)
    expect(statusOf(server)).toEqual(['fail'])
    game.write('addons/a.ts', pluginText())
    expect(server.host.retry('a.so')).toBe(true)
    expect(server.guest.plugins.all).toMatchObject([{ isRunning: true }])
  })

  test('leaving it detached in the middle of a reload is told by our list', () => {
    const server = bootedGuest(gameWith(pluginText()))
    server.guest.stubs.stubDetached(1, LoadTime.Anytime, UnloadReason.FileNewer)
    expect(server.guest.plugins.find('1').problem).toBe(
      "the host detached it to load it anew, and did not; 'meta_ts reload 1' tries that again",
    )
  })

  test('attaching one that it has not queried is refused, and detaching one that is gone is fine', () => {
    const server = bootedGuest(guestGame({ [ini]: '' }))
    expect(server.guest.stubs.stubAttached(3, LoadTime.Anytime)).toBe(false)
    expect(server.printed.at(-1)).toBe(
      "[META] ERROR: the host attached a stub that it has not queried; 'meta reload' there does both",
    )
    expect(server.guest.stubs.stubDetached(3, LoadTime.Anytime, UnloadReason.Command)).toBe(true)
  })

  test('querying one with the log tag of another is remarked', () => {
    const files = {
      'addons/a.ts': pluginText({ name: 'A', tag: 'X' }),
      'addons/b.ts': pluginText({ name: 'B', tag: 'X' }),
    }
    const server = bootedGuest(guestGame({ ...files, [ini]: 'ts addons/a.ts\nts addons/b.ts\n' }))
    expect(server.printed[0]).toBe("[META] plugin 'B' has the log tag 'X' of 'A'; give it one of its own")
    expect(statusOf(server)).toEqual(['RUN', 'RUN'])
  })

  test('detaching all at the end, after the plugins have gone, finds nothing left to do', () => {
    const server = bootedGuest(gameWith(pluginText({ more: telling })))
    server.guest.plugins.unloadAll()
    expect(told()).toEqual([UnloadReason.CmdForced])
    expect(server.guest.stubs.stubDetached(1, LoadTime.Anytime, UnloadReason.CmdForced)).toBe(true)
    expect(told()).toBeUndefined()
  })
})

describe('meta_ts load', () => {
  test('has the host load a stub for the plugin', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': pluginText(), [ini]: '' }))
    expect(server.metaTs('load', 'a')).toEqual(["Loaded plugin 'Trial' as number 1"])
    expect(server.host.calls).toEqual([`load addons/metamod-ts/stubs/a.so ${LoadTime.Anytime}`])
  })

  test('of a plugin that is not sound leaves nothing in either list', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': 'const a = = 1', [ini]: '' }))
    expect(server.metaTs('load', 'a').at(-1)).toBe("meta_ts load: 'a' was not loaded")
    expect(server.guest.plugins.all).toEqual([])
    expect(server.host.rows).toEqual([])
  })

  test('of one that may only be loaded at start is refused before the host hears of it', () => {
    const server = bootedGuest(guestGame({ 'addons/a.ts': pluginText({ more: 'loadable: 1,' }), [ini]: '' }))
    expect(server.metaTs('load', 'a')[0]).toMatch(/it can only be at server start; list it in plugins\.ini/)
    expect(server.host.calls).toEqual([])
  })

  test('of a native library says whose that is', () => {
    const server = bootedGuest(guestGame({ 'addons/x.so': '', [ini]: '' }))
    expect(server.metaTs('load', 'x')).toEqual([
      "meta_ts load: addons/x.so is a native library, which metamod-fwgs loads; write 'meta load addons/x.so'",
    ])
  })

  test('of one that runs says how to renew it', () => {
    const server = bootedGuest(gameWith(pluginText()))
    expect(server.metaTs('load', 'a')).toEqual([
      "meta_ts load: 'Trial' is loaded already, as number 1; 'meta_ts reload 1' renews it",
    ])
  })

  test('of one that failed in the host has the host load it anew', () => {
    const game = gameWith(pluginText({ attach: "throw new Error('boom')" }))
    const server = bootedGuest(game)
    game.write('addons/a.ts', pluginText())
    expect(server.metaTs('load', 'a')).toEqual(["Loaded plugin 'Trial' as number 1"])
    expect(statusOf(server)).toEqual(['RUN'])
  })
})

describe('meta_ts unload', () => {
  test('has the host unload the stub, and the plugin hears why', () => {
    const server = bootedGuest(gameWith(pluginText({ more: telling })))
    expect(server.metaTs('unload', 'trial')).toEqual(["Unloaded plugin 'Trial'"])
    expect(told()).toEqual([UnloadReason.Command])
    expect(server.guest.plugins.all).toEqual([])
    expect(server.host.rows).toEqual([])
  })

  test('ends the plugin where the host refuses, and says that its row stays', () => {
    const server = bootedGuest(gameWith(pluginText({ more: telling })), 'metamod-p')
    server.calls.length = 0
    expect(server.metaTs('unload', '1')).toEqual([
      "[META] plugin 'Trial' has ended; metamod-p keeps its row in 'meta list' (answer 13)",
      "Unloaded plugin 'Trial'",
    ])
    expect(told()).toEqual([UnloadReason.Command])
    expect(server.calls).toEqual(['removePlugin(1)'])
    expect(server.guest.plugins.find('1')).toMatchObject({
      isLoaded: false,
      problem: "it was unloaded, and metamod-p keeps its stub; 'meta_ts reload 1' starts it again",
    })
    expect(server.metaTs('load', 'a')).toEqual(["Loaded plugin 'Trial' as number 1"])
    expect(statusOf(server)).toEqual(['RUN'])
  })

  test('takes one that the host does not run off our list', () => {
    const server = bootedGuest(gameWith('const a = = 1'))
    expect(server.metaTs('unload', '1')).toEqual(["Unloaded plugin 'a.ts'"])
    expect(server.guest.plugins.all).toEqual([])
  })

  test('of one that must stay is refused without asking the host', () => {
    const server = bootedGuest(gameWith(pluginText({ more: 'unloadable: 1,' })))
    expect(server.metaTs('unload', '1')[0]).toMatch(/plugin 'Trial' cannot be unloaded now/)
    expect(server.host.calls).toHaveLength(1)
  })
})

describe('meta_ts reload', () => {
  test('runs the file as it is now, without the host, and says what the host goes on to show', () => {
    const game = gameWith(pluginText({ version: '1', more: telling }))
    const server = bootedGuest(game)
    game.write('addons/a.ts', pluginText({ name: 'Renamed', version: '2' }))
    server.calls.length = 0
    expect(server.metaTs('reload', '1')).toEqual([
      "[META] plugin 'Renamed' is listed by metamod-fwgs as 'Trial' until 'meta reload' there",
      "Reloaded plugin 'Renamed'",
    ])
    expect(told()).toEqual([UnloadReason.Reload])
    expect(server.calls).toEqual(['removePlugin(1)', 'addScript(1)', 'setRunning(1)'])
    expect(server.host.calls).toHaveLength(1)
    game.write('addons/a.ts', pluginText({ version: '3' }))
    expect(server.metaTs('reload', '1')).toEqual(["Reloaded plugin 'Trial'"])
  })

  test('of a version that is not sound leaves the old one running', () => {
    const game = gameWith(pluginText())
    const server = bootedGuest(game)
    game.write('addons/a.ts', 'const a = = 1')
    expect(server.metaTs('reload', '1').at(-1)).toBe("meta_ts reload: 'Trial' was not reloaded")
    expect(server.guest.plugins.all).toMatchObject([{ isRunning: true }])
  })

  test('starts one again whose async attach failed, in the row that the host has kept', async () => {
    const late = pluginText({ attach: '' }).replace(
      'attach(plugin) {',
      "async attach(plugin) { await null; throw new Error('late')",
    )
    const game = gameWith(late)
    const server = bootedGuest(game)
    await expect.poll(() => server.guest.plugins.all).toMatchObject([{ isLoaded: false }])
    game.write('addons/a.ts', pluginText())
    expect(server.metaTs('reload', '1')).toEqual(["Reloaded plugin 'Trial'"])
    expect(server.host.calls).toHaveLength(1)
  })

  test('asks the host for one that is not there', () => {
    const game = gameWith('const a = = 1')
    const server = bootedGuest(game)
    game.write('addons/a.ts', pluginText())
    expect(server.metaTs('reload', '1')).toEqual(["Reloaded plugin 'Trial'"])
    expect(statusOf(server)).toEqual(['RUN'])
  })
})

describe('the other commands', () => {
  test('meta_ts list shows our view of the plugins, with their stubs', () => {
    const files = { 'addons/a.ts': pluginText({ version: '1.2' }), 'addons/bad.ts': 'const a = = 1' }
    const server = bootedGuest(guestGame({ ...files, [ini]: 'ts addons/a.ts\nts addons/bad.ts\n' }))
    expect(server.metaTs('list')).toEqual([
      'Currently loaded plugins:',
      '      name    vers  stat  hooks  stub',
      ' [ 1] Trial   v1.2  RUN   2      addons/metamod-ts/stubs/a.so',
      ' [ 2] bad.ts  v -   badf  0',
      '2 plugins, 1 running',
    ])
  })

  test('meta_ts info names the stub', () => {
    const server = bootedGuest(gameWith(pluginText()))
    expect(server.metaTs('info', 'trial')).toContainEqual(
      expect.stringMatching(/^ +stub: addons\/metamod-ts\/stubs\/a\.so$/),
    )
    expect(server.metaTs('info', 'trial')).toContainEqual(expect.stringMatching(/^ +\w+: .*addons\/a\.ts$/))
  })

  test('meta_ts pause and unpause are our own, and the host is not asked', () => {
    const server = bootedGuest(gameWith(pluginText()))
    server.calls.length = 0
    expect(server.metaTs('pause', '1')).toEqual(["Paused plugin 'Trial'"])
    expect(server.metaTs('pause', '1')).toEqual([
      "meta_ts pause: plugin 'Trial' is paused already; 'meta_ts unpause 1' resumes it",
    ])
    expect(server.metaTs('unpause', '1')).toEqual(["Unpaused plugin 'Trial'"])
    expect(server.calls).toEqual(['setRunning(1)', 'setRunning(1)'])
    expect(server.host.calls).toHaveLength(1)
  })

  test('meta_ts version names the host, and meta_ts help the commands', () => {
    const server = bootedGuest(guestGame({ [ini]: '' }), 'metamod-r')
    expect(server.metaTs('version').at(-1)).toBe("A guest of metamod-r; its own command is 'meta'")
    expect(server.metaTs()).toEqual(server.metaTs('help'))
    expect(server.metaTs('help')[0]).toBe('usage: meta_ts COMMAND [arguments]')
    expect(server.metaTs('nonsense')[0]).toMatch(
      /^meta_ts: 'nonsense' is no command of meta_ts; .*'meta_ts help' lists them$/,
    )
  })
})

describe('what plugins ask for', () => {
  test('loading another one goes through the host, and its number is that of meta_ts', () => {
    const parent = pluginText({ name: 'Parent', attach: 'globalThis.parent = plugin' })
    const server = bootedGuest(
      guestGame({ 'addons/p.ts': parent, 'addons/a.ts': pluginText(), [ini]: 'ts addons/p.ts\n' }),
    )
    const { parent: plugin } = globalThis as unknown as {
      parent: { util: { loadPlugin(file: string): boolean; unloadPlugin(name: string): boolean } }
    }
    expect(plugin.util.loadPlugin('addons/a.ts')).toBe(true)
    expect(plugin.util.loadPlugin('addons/a.ts')).toBe(true)
    expect(statusOf(server)).toEqual(['RUN', 'RUN'])
    expect(plugin.util.unloadPlugin('2')).toBe(true)
    expect(statusOf(server)).toEqual(['RUN'])
    expect(plugin.util.unloadPlugin('1')).toBe(false)
    expect(server.printed.at(-1)).toBe(
      "[META] ERROR: plugin 'Parent': unloadPlugin: a plugin cannot unload itself; use the server command 'meta_ts unload 1'",
    )
  })

  test('its own path is that of its source, not of its stub', () => {
    const game = gameWith(pluginText())
    expect(bootedGuest(game).guest.requests.pluginPath(1)).toBe(`${game.path}/addons/a.ts`)
  })
})
