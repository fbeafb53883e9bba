import { rmSync } from 'node:fs'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { beforeEach, describe, expect, test } from 'vitest'

import { Log } from '../log.js'
import { NativeLifecycle } from './native-lifecycle.js'
import { PluginList } from './plugin-list.js'
import type { PluginRequest } from './plugin.js'
import { libraryHere } from '../testing/elf-library.js'
import { healthyInfo, RecordingBridge } from '../testing/recording-bridge.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
const requests = ['a.so', 'b.so', 'c.so'].map((name): PluginRequest => ({
  kind: 'native',
  path: folder.write(name, libraryHere()),
  description: name,
  source: 'ini',
}))
const [a, b, c] = requests as [PluginRequest, PluginRequest, PluginRequest]

let bridge: RecordingBridge
let printed: string[]
let plugins: PluginList

beforeEach(() => {
  bridge = new RecordingBridge()
  printed = []
  const log = new Log((line) => printed.push(line))
  const native = new NativeLifecycle(bridge, log)
  plugins = new PluginList({ native, script: native }, log)
})

function load(request: PluginRequest) {
  const plugin = plugins.load(request, LoadTime.Startup)
  if (plugin === null) throw new Error(printed.join('\n'))
  return plugin
}

describe('loading', () => {
  test('gives plugins their slots in order, and the first free one to a later plugin', () => {
    load(a)
    const second = load(b)
    load(c)
    plugins.unload(second, LoadTime.Anytime, UnloadReason.Command)
    expect(load(b).slot).toBe(2)
    expect(plugins.all.map(({ slot }) => slot)).toEqual([1, 2, 3])
  })

  test('the same file twice is refused with a cure', () => {
    load(a)
    expect(() => plugins.load(a, LoadTime.Anytime)).toThrow(
      "'Healthy' is loaded already, as number 1; 'meta reload 1' renews it",
    )
  })

  test('a plugin of plugins.ini that fails stays in the list with its problem, and a reload tries it again', () => {
    bridge.failures.set('attachNative', 'no memory')
    expect(plugins.load(a, LoadTime.Startup)).toBeNull()
    const [plugin] = plugins.all
    if (plugin === undefined) throw new Error('the plugin is not in the list')
    expect(plugin).toMatchObject({ problem: 'no memory', isLoaded: false })
    expect(printed).toEqual(["[META] ERROR: plugin 'Healthy' not loaded: no memory"])
    bridge.failures.clear()
    expect(plugins.reload(plugin, LoadTime.Anytime)).toBe('done')
    expect(plugin).toMatchObject({ problem: null, isRunning: true })
  })

  test('a plugin that an administrator loads and that fails stays too, and loading it once more tries again', () => {
    bridge.failures.set('openNative', 'not a library')
    const request: PluginRequest = { ...a, source: 'command' }
    expect(plugins.load(request, LoadTime.Anytime)).toBeNull()
    expect(plugins.all).toMatchObject([{ slot: 1, problem: 'not a library' }])
    bridge.failures.clear()
    expect(plugins.load(request, LoadTime.Anytime)).toMatchObject({ slot: 1, isRunning: true })
  })

  test('there is room for 4000 plugins, and the next one is refused', () => {
    bridge.info = { ...healthyInfo, logTag: '' }
    const path = (index: number): string => folder.write(`many/${index}.so`, '')
    for (let index = 1; index <= 4000; index += 1) load({ ...a, path: path(index) })
    expect(plugins.all.at(-1)?.slot).toBe(4000)
    expect(() => plugins.load(a, LoadTime.Startup)).toThrow(
      '4000 plugins are loaded, and there is room for no more; unload one first',
    )
  })
})

describe('unloading', () => {
  test('takes the plugin out of the list', () => {
    const plugin = load(a)
    plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)
    expect(plugins.all).toEqual([])
    expect(bridge.calls.slice(-2)).toEqual(['detachNative(1, 3, 3)', 'removePlugin(1)'])
  })

  test('a plugin that may not be unloaded now is refused and keeps running', () => {
    bridge.info = { ...healthyInfo, unloadable: LoadTime.Startup }
    const plugin = load(a)
    expect(() => plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)).toThrow(
      /cannot be unloaded now/,
    )
    expect(plugin.isRunning).toBe(true)
  })

  test('all at the end goes from the last to the first', () => {
    for (const request of requests) load(request)
    bridge.calls.length = 0
    plugins.unloadAll()
    expect(bridge.calls.filter((call) => call.startsWith('remove'))).toEqual([
      'removePlugin(3)',
      'removePlugin(2)',
      'removePlugin(1)',
    ])
    expect(plugins.all).toEqual([])
  })
})

describe('reloading', () => {
  test('keeps the slot', () => {
    load(a)
    const plugin = load(b)
    expect(plugins.reload(plugin, LoadTime.Anytime)).toBe('done')
    expect(bridge.calls.slice(-7)).toEqual([
      'detachNative(2, 3, 8)',
      'removePlugin(2)',
      'addNative(2)',
      'openNative(2)',
      'queryNative(2)',
      'attachNative(2, 3)',
      'setRunning(2, true)',
    ])
  })

  test('a plugin whose new version is not sound goes on as it was', () => {
    const path = folder.write('deleted.so', libraryHere())
    const plugin = load({ ...a, path })
    rmSync(path)
    bridge.calls.length = 0
    expect(plugins.reload(plugin, LoadTime.Anytime)).toBe('failed')
    expect(plugin.isRunning).toBe(true)
    expect(bridge.calls).toEqual([])
    expect(printed.at(-1)).toBe("[META] plugin 'Healthy' goes on as it was")
  })

  test('a plugin that could not be loaded again is not unloaded', () => {
    bridge.info = { ...healthyInfo, loadable: LoadTime.Startup }
    const plugin = load(a)
    expect(() => plugins.reload(plugin, LoadTime.Anytime)).toThrow(/it can only be at server start/)
    expect(plugin.isRunning).toBe(true)
  })
})

describe('pausing', () => {
  test('stops the hooks and unpausing starts them', () => {
    const plugin = load(a)
    plugins.pause(plugin)
    expect(plugin.isPaused).toBe(true)
    plugins.unpause(plugin)
    expect(plugin.isRunning).toBe(true)
    expect(bridge.calls.slice(-2)).toEqual(['setRunning(1, false)', 'setRunning(1, true)'])
  })

  test('what makes no sense is refused with what would', () => {
    const plugin = load(a)
    expect(() => plugins.unpause(plugin)).toThrow(
      "plugin 'Healthy' is not paused; 'meta pause 1' would pause it",
    )
    plugins.pause(plugin)
    expect(() => plugins.pause(plugin)).toThrow(
      "plugin 'Healthy' is paused already; 'meta unpause 1' resumes it",
    )
  })

  test('a plugin that did not load cannot be paused', () => {
    bridge.failures.set('attachNative', 'no')
    plugins.load(a, LoadTime.Startup)
    expect(() => plugins.pause(plugins.find('1'))).toThrow(
      "plugin 'Healthy' did not load and cannot be paused; 'meta info 1' says why",
    )
  })
})

test('a plugin that is off the list is not suspended, and neither is the one that has its place', () => {
  const gone = load(a)
  plugins.unload(gone, LoadTime.Anytime, UnloadReason.Command)
  const next = load(b)
  expect(next.slot).toBe(gone.slot)
  bridge.calls.length = 0
  plugins.suspend(gone, 'it does harm')
  expect(bridge.calls).toEqual([])
  expect(next.isRunning).toBe(true)
})
