import { LoadTime } from '@csr/metamod-sdk'
import { beforeEach, describe, expect, test } from 'vitest'

import { GameDirectory } from '../game-directory.js'
import { Log } from '../log.js'
import { NativeLifecycle } from '../native-lifecycle.js'
import { PluginList } from '../plugin-list.js'
import { healthyInfo, RecordingBridge } from '../testing/recording-bridge.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { runMetaCommand } from './meta-command.js'

const folder = temporaryFolder()
const game = new GameDirectory(folder.path)
let bridge: RecordingBridge
let printed: string[]
let plugins: PluginList

function meta(...args: string[]): string[] {
  printed.length = 0
  runMetaCommand({ plugins, game, hookCount: () => 3, print: (line) => printed.push(line) }, args)
  return printed
}

function load(name: string, description: string | null = null): void {
  const path = folder.write(name, '')
  plugins.load({ kind: 'native', path, description, source: 'ini' }, LoadTime.Startup)
}

beforeEach(() => {
  bridge = new RecordingBridge()
  printed = []
  const log = new Log((line) => printed.push(line))
  const native = new NativeLifecycle(bridge, log)
  plugins = new PluginList({ native, script: native }, log)
})

describe('meta list', () => {
  test('has columns as wide as their longest cell, and a footer', () => {
    load('a.so', 'A plugin with a long description')
    bridge.info = { ...healthyInfo, name: 'Second', version: '12.34.56' }
    load('longer_name.so')
    plugins.pause(plugins.find('2'))
    expect(meta('list')).toEqual([
      'Currently loaded plugins:',
      '      description                       stat  pend  file            vers       src  load  unload',
      ' [ 1] A plugin with a long description  RUN    -    a.so            v1.2       ini  ANY   Pause',
      ' [ 2] Second                            PAUS   -    longer_name.so  v12.34.56  ini  ANY   Pause',
      '2 plugins, 1 running',
    ])
  })

  test('shows a plugin that did not load', () => {
    bridge.failures.set('openNative', 'not a library')
    load('bad.so')
    expect(meta('list').slice(2)).toEqual([
      ' [ 1] bad.so       badf   -    bad.so  v -   ini  -     -',
      '1 plugins, 0 running',
    ])
  })
})

describe('meta info', () => {
  test('tells what the plugin says of itself', () => {
    load('a.so')
    const lines = meta('info', 'healthy')
    expect(lines).toContain('        name: Healthy')
    expect(lines).toContain('        file: a.so')
    expect(lines).toContain('   interface: 5:13')
    expect(lines).toContain('       hooks: 3')
  })

  test('tells why a plugin did not load', () => {
    bridge.failures.set('openNative', 'not a library')
    load('bad.so')
    expect(meta('info', '1')).toContain('     problem: not a library')
  })
})

describe('the commands that change something', () => {
  test('load, pause, unpause, reload and unload say what they did', () => {
    folder.write('addons/x.so', '')
    expect(meta('load', 'x', 'My', 'own')).toEqual(["Loaded plugin 'Healthy' as number 1"])
    expect(plugins.find('my own').slot).toBe(1)
    expect(meta('pause', 'healthy')).toEqual(["Paused plugin 'Healthy'"])
    expect(meta('unpause', '1')).toEqual(["Unpaused plugin 'Healthy'"])
    expect(meta('reload', 'heal')).toEqual(["Reloaded plugin 'Healthy'"])
    expect(meta('unload', 'x.so')).toEqual(["Unloaded plugin 'Healthy'"])
  })

  test('one plugin that is refused does not stop the others', () => {
    load('a.so')
    expect(meta('pause', 'nobody', '1')).toEqual([
      "meta pause: no plugin is called 'nobody'; there are 1 Healthy",
      "Paused plugin 'Healthy'",
    ])
  })

  test('without a plugin they say what to write', () => {
    expect(meta('unload')).toEqual(["meta unload: needs a plugin; write 'meta unload NUMBER|NAME…'"])
    expect(meta('load')).toEqual(["meta load: needs a file; write 'meta load FILE [DESCRIPTION]'"])
  })
})

test('an unknown sub-command is named', () => {
  expect(meta('lits')).toEqual(["meta: 'lits' is no command of meta; 'meta help' lists them"])
})

test('meta alone and meta help list the sub-commands', () => {
  const lines = [...meta('help')]
  expect(meta()).toEqual(lines)
  expect(lines).toContain(
    '   load FILE [DESCRIPTION]  - loads a plugin: a file or folder below the game directory',
  )
})

test('a sub-command with 100 arguments answers each', () => {
  load('a.so')
  expect(meta('pause', ...Array.from({ length: 100 }, (_, index) => `none${index}`))).toHaveLength(100)
})

test('a name of 300 characters is refused like any other', () => {
  expect(meta('info', 'x'.repeat(300))[0]).toMatch(
    /^meta info: no plugin is called 'x{300}'; no plugin is loaded/,
  )
})
