import { rmSync } from 'node:fs'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { beforeEach, describe, expect, test } from 'vitest'

import { healthyInfo } from '../testing/recording-bridge.js'
import { NativeList } from '../testing/native-list.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
let server: NativeList

beforeEach(() => {
  server = new NativeList(folder)
})

function boot(...lines: string[]): void {
  server.ini = lines
  for (const line of lines) server.load(line, 'ini', LoadTime.Startup)
  server.bridge.calls.length = 0
  server.printed.length = 0
}

const refresh = (now: LoadTime = LoadTime.Changelevel): void => server.plugins.refresh(now)
const calls = (beginning: string): string[] =>
  server.bridge.calls.filter((call) => call.startsWith(beginning))

describe('plugins.ini that is read again', () => {
  test('touches no plugin and says nothing where nothing has changed', () => {
    boot('a.so', 'b.so')
    refresh()
    expect(server.bridge.calls).toEqual([])
    expect(server.printed).toEqual([])
  })

  test('has a new line loaded, in the first free place', () => {
    boot('a.so', 'b.so')
    server.plugins.unload(server.plugins.find('1'), LoadTime.Anytime, UnloadReason.Command)
    server.write('c.so')
    server.ini = ['b.so', 'c.so']
    refresh()
    expect(server.rows).toEqual(['c.so runs', 'b.so runs'])
    expect(calls('attachNative')).toEqual([`attachNative(1, ${LoadTime.Changelevel})`])
    expect(server.printed.at(-1)).toBe('[META] plugins were looked through: 1 kept, 1 loaded')
  })

  test('has a plugin unloaded whose line is gone, which hears why, and only one of plugins.ini', () => {
    boot('a.so', 'b.so')
    server.load('typed.so')
    server.ini = ['a.so']
    refresh()
    expect(server.rows).toEqual(['a.so runs', 'typed.so runs'])
    expect(calls('detachNative')).toEqual([
      `detachNative(2, ${LoadTime.Changelevel}, ${UnloadReason.IniDeleted})`,
    ])
  })

  test('brings a plugin back that an administrator unloaded and that is still listed', () => {
    boot('a.so')
    server.plugins.unload(server.plugins.find('1'), LoadTime.Anytime, UnloadReason.Command)
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
  })

  test('gives a plugin its new description', () => {
    boot('a.so')
    server.ini = ['a.so Renamed']
    refresh()
    expect(server.plugins.find('renamed').slot).toBe(1)
  })

  test('takes nobody away where it cannot be read', () => {
    boot('a.so')
    server.ini = null
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
  })

  test('takes all its plugins away where it is empty', () => {
    boot('a.so', 'b.so')
    server.ini = []
    refresh()
    expect(server.rows).toEqual([])
  })

  test('has another build of a plugin take its place when that is no longer listed', () => {
    boot('x_i386.so')
    server.write('x_amd64.so')
    server.ini = ['x_amd64.so']
    refresh()
    expect(server.rows).toEqual(['x_amd64.so runs'])
  })

  test('does not load another build of a plugin that an administrator has loaded', () => {
    boot()
    server.load('x_i386.so')
    server.write('x_amd64.so')
    server.ini = ['x_amd64.so']
    refresh()
    expect(server.rows).toEqual(['x_i386.so runs'])
    expect(server.printed[0]).toBe(
      "[META] ERROR: plugins.ini:1: x_amd64.so: is the same plugin as 'x_i386.so', which is loaded; unload that one, or give the new one a file name and description of its own",
    )
  })
})

describe('files that have changed', () => {
  test('have their plugin reloaded, which is told why', () => {
    boot('a.so', 'b.so')
    server.write('b.so', 'version 2')
    refresh()
    expect(calls('detachNative')).toEqual([
      `detachNative(2, ${LoadTime.Changelevel}, ${UnloadReason.FileNewer})`,
    ])
    expect(server.printed.at(-1)).toBe('[META] plugins were looked through: 1 kept, 1 reloaded')
    server.bridge.calls.length = 0
    refresh()
    expect(server.bridge.calls).toEqual([])
  })

  test('to a text file leave the old version running, at this refresh and at the next', () => {
    boot('a.so')
    const path = folder.write('a.so', 'This is no library.')
    for (let time = 1; time <= 2; time += 1) {
      server.printed.length = 0
      refresh()
      expect(server.rows).toEqual(['a.so runs'])
      expect(server.printed[0]).toMatch(/plugin 'a\.so' not loaded: .*a\.so: is no shared library/)
    }
    server.write('a.so', 'a library again')
    refresh()
    expect(calls('attachNative')).toHaveLength(1)
    expect(server.plugins.withPath(path)).toMatchObject({ isRunning: true, problem: null })
  })

  test('that are not there any more are noted, and their plugin goes on', () => {
    boot('a.so')
    rmSync(`${folder.path}/a.so`)
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
    expect(server.printed[0]).toMatch(
      /^\[META] ERROR: plugin 'a\.so': .*a\.so or a file of it is not there any more; it goes on as it is; put/,
    )
  })

  test('of a plugin that plugins.ini does not list are nobody’s business', () => {
    boot()
    server.load('typed.so')
    server.bridge.calls.length = 0
    server.write('typed.so', 'version 2')
    refresh()
    expect(server.bridge.calls).toEqual([])
  })
})

describe('what was put off', () => {
  test('is done at the map change: an unloading, and the plugin comes back one map later', () => {
    server.bridge.info = { ...healthyInfo, unloadable: LoadTime.Changelevel }
    boot('a.so')
    expect(server.plugins.unload(server.plugins.find('1'), LoadTime.Anytime, UnloadReason.Command)).toBe(
      'delayed',
    )
    refresh(LoadTime.Anytime)
    expect(server.rows).toEqual(['a.so runs'])
    refresh()
    expect(server.rows).toEqual([])
    expect(calls('detachNative')).toEqual([
      `detachNative(1, ${LoadTime.Changelevel}, ${UnloadReason.Delayed})`,
    ])
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
  })

  test('is not done where an administrator took it back', () => {
    server.bridge.info = { ...healthyInfo, unloadable: LoadTime.Changelevel }
    boot('a.so')
    const plugin = server.plugins.find('1')
    server.plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)
    server.plugins.clear(plugin)
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
    expect(plugin.problem).toBeNull()
  })

  test('is done at the map change: a loading', () => {
    server.bridge.info = { ...healthyInfo, loadable: LoadTime.Changelevel }
    const plugin = server.load('late.so')
    expect(plugin).toMatchObject({ isLoaded: false, isPostponed: true })
    expect(server.printed).toEqual([
      "[META] plugin 'late.so' cannot be loaded now: it can only be at server start or at a map change; it waits for the next one",
    ])
    refresh()
    expect(server.rows).toEqual(['late.so runs'])
  })

  test('and failed is asked again at each map change: a plugin that refuses its detach', () => {
    boot('a.so')
    server.bridge.failures.set('detachNative', 'answered no')
    const plugin = server.plugins.find('1')
    expect(() => server.plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)).toThrow(
      "plugin 'a.so' does not want to be unloaded: answered no; 'meta force_unload 1' unloads it all the same",
    )
    refresh()
    expect(server.rows).toEqual(['a.so runs'])
    expect(plugin.problem).toMatch(/does not want to be unloaded/)
    server.bridge.failures.clear()
    refresh()
    expect(server.rows).toEqual([])
  })
})

test('a plugin that cannot go, though plugins.ini does not list it any more, is told of once', () => {
  server.bridge.info = { ...healthyInfo, unloadable: LoadTime.Startup }
  boot('a.so', 'b.so')
  server.ini = ['b.so']
  const before = server.printed.length
  const refusals = (): number =>
    server.printed
      .slice(before)
      .filter((line) => line.includes("ERROR: plugin 'a.so' cannot be unloaded now")).length
  refresh()
  expect(refusals()).toBe(1)
  refresh()
  expect(refusals()).toBe(1)
})

test('a plugin that takes another one away while it is reloaded does not disturb the refresh', () => {
  boot('a.so', 'b.so', 'c.so')
  server.write('a.so', 'version 2')
  const detach = server.bridge.detachNative.bind(server.bridge)
  server.bridge.detachNative = (slot, now, reason) => {
    detach(slot, now, reason)
    const other = server.plugins.at(2)
    if (slot === 1 && other !== null) server.plugins.unload(other, LoadTime.Anytime, UnloadReason.Plugin)
  }
  refresh()
  expect(server.rows).toEqual(['a.so runs', 'c.so runs'])
})

test('a plugin that asks for a refresh from its own attach does not get into its own way', () => {
  const attach = server.bridge.attachNative.bind(server.bridge)
  server.bridge.attachNative = (slot, now) => {
    attach(slot, now)
    if (slot === 1) refresh(LoadTime.Anytime)
  }
  server.ini = ['a.so', 'b.so']
  server.write('b.so')
  server.load('a.so', 'ini')
  expect(server.rows).toEqual(['a.so runs', 'b.so runs'])
  expect(server.printed.filter((line) => line.includes('ERROR'))).toEqual([])
})

test('a new line is as good as loaded where a plugin before it has loaded its plugin', () => {
  const attach = server.bridge.attachNative.bind(server.bridge)
  server.bridge.attachNative = (slot, now) => {
    attach(slot, now)
    if (slot === 1) server.load('b.so', { slot })
  }
  server.ini = ['a.so', 'b.so']
  server.write('a.so')
  refresh()
  expect(server.rows).toEqual(['a.so runs', 'b.so runs'])
  expect(server.printed.filter((line) => line.includes('ERROR'))).toEqual([])
})

test('after the end of the server nothing comes back', () => {
  boot('a.so')
  server.plugins.unloadAll()
  refresh()
  expect(server.rows).toEqual([])
  expect(() => server.load('b.so')).toThrow('the server is ending; nothing is loaded any more')
})
