import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginStatus } from '@csr/metamod-sdk/host'
import { beforeEach, describe, expect, test } from 'vitest'

import { Log } from '../log.js'
import { NativeLifecycle } from './native-lifecycle.js'
import { Plugin } from './plugin.js'
import { elfLibrary, libraryHere } from '../testing/elf-library.js'
import { healthyInfo, RecordingBridge } from '../testing/recording-bridge.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
const path = folder.write('healthy.so', '')
let bridge: RecordingBridge
let printed: string[]
let lifecycle: NativeLifecycle
let plugin: Plugin

beforeEach(() => {
  bridge = new RecordingBridge()
  printed = []
  lifecycle = new NativeLifecycle(bridge, new Log((line) => printed.push(line)))
  plugin = new Plugin(2, { kind: 'native', path, description: null, source: 'ini' })
})

describe('loading a native plugin', () => {
  test('opens, asks, attaches and runs it, in this order', () => {
    lifecycle.prepare(plugin, LoadTime.Startup)()
    expect(bridge.calls).toEqual([
      'addNative(2)',
      'openNative(2)',
      'queryNative(2)',
      'attachNative(2, 1)',
      'setRunning(2, true)',
    ])
    expect(plugin.info).toEqual(healthyInfo)
  })

  test('touches nothing when the file is missing', () => {
    const missing = new Plugin(1, { kind: 'native', path: '/none/x.so', description: null, source: 'ini' })
    expect(() => lifecycle.prepare(missing, LoadTime.Startup)).toThrow(
      '/none/x.so: no such file; correct the path, or put the library there',
    )
    expect(bridge.calls).toEqual([])
  })

  test('a script is no library, and the cure is the other word in plugins.ini', () => {
    const script = folder.write('script.ts', '')
    const listed = new Plugin(1, { kind: 'native', path: script, description: null, source: 'ini' })
    expect(() => lifecycle.prepare(listed, LoadTime.Startup)).toThrow(
      `${script}: is no library; write 'ts' before it in plugins.ini, not 'linux'`,
    )
    expect(bridge.calls).toEqual([])
  })

  test.each([
    ['openNative', 'open'],
    ['queryNative', 'query'],
    ['attachNative', 'attach'],
  ] as const)('leaves nothing behind when %s fails, and passes on the reason', (call, stage) => {
    bridge.failures.set(call, 'because')
    const start = lifecycle.prepare(plugin, LoadTime.Startup)
    expect(start).toThrow(expect.objectContaining({ stage, message: 'because' }))
    expect(bridge.calls.at(-1)).toBe('removePlugin(2)')
  })

  test('a plugin for a newer interface is not attached', () => {
    bridge.info = { ...healthyInfo, interfaceVersion: '5:99' }
    expect(lifecycle.prepare(plugin, LoadTime.Startup)).toThrow(/asks for interface 5:99/)
    expect(bridge.calls.slice(2)).toEqual(['queryNative(2)', 'removePlugin(2)'])
  })

  test('a plugin for an older interface is attached, with a remark', () => {
    bridge.info = { ...healthyInfo, interfaceVersion: '5:2' }
    lifecycle.prepare(plugin, LoadTime.Startup)()
    expect(printed).toEqual([
      "[META] plugin 'Healthy' asks for interface 5:2, older than 5:13; it should still work",
    ])
  })

  test('a plugin for startup only is not attached later', () => {
    bridge.info = { ...healthyInfo, loadable: LoadTime.Startup }
    expect(lifecycle.prepare(plugin, LoadTime.Anytime)).toThrow(/it can only be at server start/)
    expect(bridge.calls.at(-1)).toBe('removePlugin(2)')
  })
})

describe('before a native plugin is loaded anew', () => {
  beforeEach(() => {
    plugin.status = PluginStatus.Running
  })

  test('a library of this machine is good', () => {
    folder.write('healthy.so', libraryHere())
    expect(() => lifecycle.prepare(plugin, LoadTime.Anytime)).not.toThrow()
  })

  test.each([
    [
      'a text file',
      'This is no library.',
      /healthy\.so: is no shared library, or is cut short; put it there anew/,
    ],
    ['an empty file', '', /is no shared library/],
    ['half a library', libraryHere().subarray(0, 60), /is no shared library/],
    [
      'a library of another machine',
      elfLibrary({ architecture: process.arch === 'arm64' ? 'amd64' : 'arm64' }),
      /healthy\.so: is built for \w+, and this server is \w+; take its build for \w+/,
    ],
  ])('%s is refused, and the one that runs is not touched', (_, content, message) => {
    folder.write('healthy.so', content)
    expect(() => lifecycle.prepare(plugin, LoadTime.Anytime)).toThrow(message)
    expect(bridge.calls).toEqual([])
  })
})

describe('unloading a native plugin', () => {
  test('detaches and removes it', () => {
    lifecycle.stop(plugin, LoadTime.Anytime, UnloadReason.Command, false)
    expect(bridge.calls).toEqual(['detachNative(2, 3, 3)', 'removePlugin(2)'])
  })

  test('that refuses leaves it where it is', () => {
    bridge.failures.set('detachNative', 'Meta_Detach answered no')
    expect(() => lifecycle.stop(plugin, LoadTime.Anytime, UnloadReason.Command, false)).toThrow(
      "plugin 'healthy.so' does not want to be unloaded: Meta_Detach answered no; 'meta force_unload 2' unloads it all the same",
    )
    expect(bridge.calls).toEqual(['detachNative(2, 3, 3)'])
  })

  test('that refuses goes all the same when forced, and the log tells', () => {
    bridge.failures.set('detachNative', 'Meta_Detach answered no')
    lifecycle.stop(plugin, LoadTime.Anytime, UnloadReason.Reload, true)
    expect(bridge.calls.at(-1)).toBe('removePlugin(2)')
    expect(printed[0]).toMatch(/does not want to be unloaded.*; unloaded all the same$/)
  })
})
