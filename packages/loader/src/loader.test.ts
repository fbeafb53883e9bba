import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import type { Bridge, BridgeCallbacks } from '@csr/metamod-sdk/host'
import { expect, test } from 'vitest'

import { GameDirectory } from './configuration/game-directory.js'
import { Loader } from './loader.js'
import { guestGame, metamodFolder } from './testing/guest-server.js'
import { scriptBridge } from './testing/script-bridge.js'

/** A loader that is connected to the core of a server whose Metamod has this name, or none. */
function open(metamod: string) {
  const folder = guestGame({ [`${metamodFolder}/plugins.ini`]: '' })
  const { bridge: recording, calls } = scriptBridge()
  const printed: string[] = []
  const connected: BridgeCallbacks[] = []
  const bridge = Object.assign(Object.create(recording) as Bridge, {
    open: (_core: string, given: BridgeCallbacks) => connected.push(given),
    hostName: () => metamod,
  })
  const loader = new Loader({
    bridge,
    corePath: `${folder.path}/${metamodFolder}/dlls/metamod_ts.so`,
    game: new GameDirectory(folder.path, [], metamodFolder),
    print: (line) => printed.push(line),
  })
  loader.open()
  const [callbacks] = connected
  if (callbacks === undefined) throw new Error('the bridge was not opened')
  return { loader, callbacks, calls, printed }
}

test('the Metamod of a server has the command meta and needs a game DLL', () => {
  const { callbacks, calls, printed } = open('')
  expect(callbacks.boot()).toBe(false)
  expect(calls.filter((call) => call.startsWith('add'))).toEqual([
    // meta_load_timeout, meta_error_limit, meta_watch, meta_watchdog
    'addCvar(0)',
    'addCvar(0)',
    'addCvar(0)',
    'addCvar(0)',
    'addCommand(0)',
    'addCvar(0)',
    'addCvar(0)',
  ])
  expect(printed[1]).toMatch(
    /no game DLL was found; create .*config\.ini in .* with a line such as 'gamedll dlls\/cs\.so'/,
  )
})

test('a guest of another Metamod needs none, and leaves the command meta to its host', () => {
  const { callbacks, printed } = open('metamod-r')
  expect(callbacks.boot()).toBe(true)
  expect(printed).toEqual([
    expect.stringMatching(/^\[META] Metamod for TypeScript v.*, a guest of metamod-r$/),
    "[META] 0 of 0 plugins are running; 'meta_ts list' shows them",
  ])
})

test('before the core is loaded there are no plugins, and nothing is done for any', () => {
  const { loader, callbacks } = open('')
  expect(loader.plugins).toEqual([])
  expect(callbacks.stubQueried('addons/a.ts', '/a.so')).toBe(0)
  expect(callbacks.loadPlugin(1, 'addons/a.ts', LoadTime.Anytime)).toBe(0)
  expect(callbacks.unloadPlugin(1, 'a', LoadTime.Anytime, UnloadReason.Plugin)).toBe(1)
})

test('the Metamod of a server stands for no stubs', () => {
  const { callbacks } = open('')
  callbacks.boot()
  expect(callbacks.stubQueried('addons/a.ts', '/a.so')).toBe(0)
  expect(callbacks.stubAttached(1, LoadTime.Anytime)).toBe(false)
})
