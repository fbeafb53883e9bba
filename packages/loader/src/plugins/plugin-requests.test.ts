import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { beforeEach, describe, expect, test } from 'vitest'

import { GameDirectory } from '../configuration/game-directory.js'
import { PluginRequests } from './plugin-requests.js'
import { NativeList } from '../testing/native-list.js'
import { healthyInfo } from '../testing/recording-bridge.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
const anytime = LoadTime.Anytime
let server: NativeList
let requests: PluginRequests

beforeEach(() => {
  server = new NativeList(folder)
  requests = new PluginRequests(server.plugins, new GameDirectory(folder.path), server.log)
  server.load('parent.so')
})

const load = (line: string, now: LoadTime = anytime) => requests.loadPlugin(1, line, now)
const unload = (text: string, reason: UnloadReason = UnloadReason.Plugin, caller = 1) =>
  requests.unloadPlugin(caller, text, anytime, reason)

describe('a plugin that loads another', () => {
  test('is the source of it, and gets the same one when it asks again', () => {
    server.write('child.so')
    const child = load('child.so A child')
    expect(child).toMatchObject({ slot: 2, isRunning: true, source: { slot: 1 }, description: 'A child' })
    expect(load('child.so')).toBe(child)
  })

  test('may write a path with spaces in quotes', () => {
    server.write('two words.so')
    expect(load('"two words.so"  Of two words ')).toMatchObject({ description: 'Of two words' })
  })

  test.each(['', '   ', '""'])('gets none for the line %j', (line) => {
    expect(load(line)).toBeNull()
    expect(server.printed.at(-1)).toBe(
      "[META] ERROR: plugin 'parent.so': loadPlugin: needs a file, such as addons/hello.ts",
    )
  })

  test.each([-1, 5])('gets none at a time of %i, which is no load time', (now) => {
    server.write('child.so')
    expect(load('child.so', now as LoadTime)).toBeNull()
    expect(server.printed.at(-1)).toMatch(/there is no load time -?\d; pass one of PT_NEVER/)
  })

  test('gets none for a line of 100,000 characters', () => {
    expect(load('x'.repeat(100_000))).toBeNull()
  })

  test('is told of failure where the moment is wrong, and nothing is put off behind its back', () => {
    server.write('late.so')
    server.bridge.info = { ...healthyInfo, name: 'late', loadable: LoadTime.Changelevel }
    expect(load('late.so')).toBeNull()
    expect(server.rows).toEqual(['parent.so runs'])
    expect(server.printed.at(-1)).toMatch(
      /plugin 'parent\.so': loadPlugin: plugin 'late' can only be loaded at server start or at a map change; list/,
    )
    expect(load('late.so', LoadTime.Changelevel)).toMatchObject({ isRunning: true })
  })

  test('leaves what an administrator has put off as it is', () => {
    server.write('late.so')
    server.bridge.info = { ...healthyInfo, name: 'late', loadable: LoadTime.Changelevel }
    const path = `${folder.path}/late.so`
    server.plugins.load({ kind: 'native', path, description: 'Late', source: 'command' }, anytime)
    expect(load('late.so Mine')).toBeNull()
    expect(server.plugins.at(2)).toMatchObject({ isPostponed: true, description: 'Late', source: 'command' })
    server.plugins.refresh(LoadTime.Changelevel)
    expect(server.rows).toEqual(['parent.so runs', 'late.so runs'])
  })

  test('leaves it an orphan when it goes, whoever gets its place then', () => {
    server.write('child.so')
    const child = load('child.so')
    server.plugins.unload(server.plugins.find('1'), anytime, UnloadReason.Command)
    expect(child?.source).toEqual({ slot: null })
    server.load('other.so')
    expect(child?.source).toEqual({ slot: null })
  })

  test('leaves it an orphan when it is reloaded, because its new version has loaded nothing', () => {
    server.write('child.so')
    const child = load('child.so')
    server.plugins.reload(server.plugins.find('1'), anytime)
    expect(child?.source).toEqual({ slot: null })
  })
})

test('a plugin that failed after it had loaded another leaves it an orphan when it is cleared', () => {
  server.write('child.so')
  const attach = server.bridge.attachNative.bind(server.bridge)
  server.bridge.attachNative = (slot, now) => {
    attach(slot, now)
    if (slot !== 2) return
    requests.loadPlugin(2, 'child.so', anytime)
    throw new Error('answered no')
  }
  expect(() => server.load('failing.so')).toThrow(/answered no/)
  const child = server.plugins.at(3)
  expect(child).toMatchObject({ isRunning: true, source: { slot: 2 } })
  server.plugins.clear(server.plugins.find('2'))
  expect(child?.source).toEqual({ slot: null })
})

describe('a plugin that unloads another', () => {
  test('does so at once, and the other hears that a plugin asked', () => {
    server.load('other.so')
    expect(unload('other')).toMatchObject({ slot: 2 })
    expect(server.bridge.calls).toContain(`detachNative(2, ${anytime}, ${UnloadReason.Plugin})`)
    expect(server.printed.at(-1)).toBe("[META] plugin 'other.so' was unloaded by 'parent.so'")
  })

  test('may force it, by either of the forced reasons', () => {
    for (const reason of [UnloadReason.CmdForced, UnloadReason.PlgForced]) {
      server.bridge.info = { ...healthyInfo, unloadable: LoadTime.Never }
      server.load('other.so')
      expect(unload('other')).toBeNull()
      expect(unload('other', reason)).toMatchObject({ slot: 2 })
      expect(server.bridge.calls).toContain(`detachNative(2, ${anytime}, ${UnloadReason.PlgForced})`)
    }
  })

  test('is told of failure where the moment is wrong, and nothing is put off behind its back', () => {
    server.bridge.info = { ...healthyInfo, unloadable: LoadTime.Changelevel }
    server.load('other.so')
    expect(unload('other')).toBeNull()
    expect(server.printed.at(-1)).toMatch(
      /plugin 'other\.so' can only be unloaded at a map change; ask again/,
    )
    server.plugins.refresh(LoadTime.Changelevel)
    expect(server.rows).toEqual(['parent.so runs', 'other.so runs'])
  })

  test('is told of failure where the other refuses, which is not asked again behind its back', () => {
    server.load('other.so')
    server.bridge.failures.set('detachNative', 'answered no')
    expect(unload('other')).toBeNull()
    expect(server.printed.at(-1)).toMatch(/does not want to be unloaded: answered no/)
    server.bridge.failures.clear()
    server.plugins.refresh(LoadTime.Changelevel)
    expect(server.rows).toEqual(['parent.so runs', 'other.so runs'])
  })

  test('cannot unload itself', () => {
    expect(unload('parent', UnloadReason.CmdForced)).toBeNull()
    expect(server.printed.at(-1)).toBe(
      "[META] ERROR: plugin 'parent.so': unloadPlugin: a plugin cannot unload itself; use the server command 'meta unload 1'",
    )
  })

  test('cannot be unloaded by it, nor by those that it unloads in its turn', () => {
    server.load('b.so')
    server.load('c.so')
    const answers: (string | null)[] = []
    const ask = (caller: number, text: string): void => {
      answers.push(unload(text, UnloadReason.PlgForced, caller)?.name ?? null)
    }
    const detach = server.bridge.detachNative.bind(server.bridge)
    server.bridge.detachNative = (slot, now, reason) => {
      detach(slot, now, reason)
      if (slot === 2) {
        ask(2, 'parent')
        ask(2, 'c.so')
      }
      if (slot === 3) {
        ask(3, 'b.so')
        ask(3, 'parent')
      }
    }
    expect(unload('b.so')).not.toBeNull()
    expect(answers).toEqual([null, null, null, 'c.so'])
    expect(server.rows).toEqual(['parent.so runs'])
    expect(server.printed.filter((line) => line.includes('just unloading a plugin itself'))).toHaveLength(3)
  })

  test('cannot do anything with one that is just being loaded or unloaded', () => {
    const refusals: string[] = []
    const attempt = (action: () => void): void => {
      expect(action).toThrow(/is just being (loaded|unloaded|reloaded)/)
      refusals.push(server.bridge.calls.at(-1) ?? '')
    }
    const attack = (slot: number): void => {
      const plugin = server.plugins.at(slot)
      if (plugin === null || slot === 1) return
      attempt(() => server.plugins.unload(plugin, anytime, UnloadReason.CmdForced))
      attempt(() => server.plugins.reload(plugin, anytime))
      attempt(() => server.plugins.retry(plugin, anytime))
      attempt(() => server.plugins.clear(plugin))
      attempt(() => server.plugins.pause(plugin))
      attempt(() => server.plugins.load(plugin.line, anytime))
    }
    const attach = server.bridge.attachNative.bind(server.bridge)
    const detach = server.bridge.detachNative.bind(server.bridge)
    server.bridge.attachNative = (slot, now) => {
      attach(slot, now)
      attack(slot)
    }
    server.bridge.detachNative = (slot, now, reason) => {
      detach(slot, now, reason)
      attack(slot)
    }
    const plugin = server.load('b.so')
    expect(refusals).toHaveLength(6)
    expect(server.plugins.reload(plugin, anytime)).toBe('done')
    expect(refusals).toHaveLength(18)
    server.plugins.unload(plugin, anytime, UnloadReason.Command)
    expect(refusals).toHaveLength(24)
    expect(server.rows).toEqual(['parent.so runs'])
  })
})

test('plugins that load each other while they attach all run, and the first one is not loaded twice', () => {
  for (const name of ['x.so', 'y.so', 'z.so']) server.write(name)
  const next = new Map([
    [2, 'y.so'],
    [3, 'z.so'],
    [4, 'x.so'],
  ])
  const attach = server.bridge.attachNative.bind(server.bridge)
  server.bridge.attachNative = (slot, now) => {
    attach(slot, now)
    requests.loadPlugin(slot, next.get(slot) ?? '', anytime)
  }
  expect(load('x.so')).toMatchObject({ slot: 2 })
  expect(server.rows).toEqual(['parent.so runs', 'x.so runs', 'y.so runs', 'z.so runs'])
  expect(server.printed).toEqual([expect.stringMatching(/loadPlugin: plugin '.*' is just being loaded/)])
})
