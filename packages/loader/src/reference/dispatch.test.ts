import { MetaResult } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { Dispatch } from './index.js'
import type { Hook, HookableFunction, NativePlugin, ScriptPlugin } from './index.js'

const { Ignored, Handled, Override, Supercede } = MetaResult

interface Scene {
  readonly dispatch: Dispatch<number>
  readonly mistakes: string[]
  /** What ran, in order. */
  readonly ran: string[]
  readonly spawn: HookableFunction<number, string>
}

function setUp(): Scene {
  const mistakes: string[] = []
  const ran: string[] = []
  const dispatch = new Dispatch<number>({
    complained: (plugin, name, complaint) => mistakes.push(`${plugin.slot} ${name}: ${complaint}`),
    threw: (plugin, name, error) => mistakes.push(`${plugin.slot} ${name}: ${String(error)}`),
  })
  const spawn = {
    name: 'spawn',
    fallback: 0,
    real: (entity: string) => {
      ran.push(`real ${entity}`)
      return 100
    },
  }
  return { dispatch, mistakes, ran, spawn }
}

/** A hook that notes that it ran, and answers. */
const answering =
  (set: Scene, result: number, value = 0): Hook<number> =>
  ({ plugin }) => {
    set.ran.push(String(plugin.slot))
    return { result, value }
  }

/** Scripts in the slots 1, 2 ..., each with one hook. */
function scripts(set: Scene, ...hooks: readonly Hook<number>[]): ScriptPlugin<number>[] {
  return hooks.map((hook, i) => {
    const plugin = set.dispatch.addScript(i + 1)
    plugin.hook('spawn', 'pre', hook)
    return plugin
  })
}

const callSpawn = ({ dispatch, spawn }: Scene): number => dispatch.call(spawn, 'door')

describe('answers', () => {
  test('a function that nobody hooks is the real one, or its default', () => {
    const set = setUp()
    expect(callSpawn(set)).toBe(100)
    expect(set.dispatch.call({ ...set.spawn, fallback: 1, real: null }, 'door')).toBe(1)
  })

  test('all plugins are called after a SUPERCEDE, the real function is not, and the last value given is the result', () => {
    const set = setUp()
    scripts(set, answering(set, Supercede, 1), answering(set, Override, 2), answering(set, Handled, 3))
    expect(callSpawn(set)).toBe(2)
    expect(set.ran).toEqual(['1', '2', '3'])
  })

  test('a hook after the call sees the superceding value as the original one, and may override it', () => {
    const set = setUp()
    const [plugin] = scripts(set, answering(set, Supercede, 1))
    const seen: unknown[] = []
    plugin?.hook('spawn', 'post', ({ original, previous, status }) => {
      seen.push({ original, previous, status })
      return { result: Override, value: 2 }
    })
    expect(callSpawn(set)).toBe(2)
    expect(seen).toEqual([{ original: 1, previous: MetaResult.Unset, status: Supercede }])
  })

  test('a call inside a hook has globals of its own and gives the outer ones back', () => {
    const set = setUp()
    const depths: number[] = []
    const [first] = scripts(set, answering(set, Override, 1), () => {
      const before = set.dispatch.globals
      set.dispatch.call({ name: 'think', fallback: 0, real: null }, 'door')
      expect(set.dispatch.globals).toBe(before)
      return undefined
    })
    first?.hook('think', 'pre', ({ status }) => {
      depths.push(set.dispatch.depth, status)
      return { result: Supercede, value: 7 }
    })
    expect(callSpawn(set)).toBe(1)
    expect(depths).toEqual([2, MetaResult.Unset])
    expect(set.dispatch.globals).toBeNull()
  })
})

describe('mistakes', () => {
  test('a script hook that throws is told of and counts as nothing', () => {
    const set = setUp()
    scripts(
      set,
      () => {
        throw new Error('oops')
      },
      answering(set, Ignored),
    )
    expect(callSpawn(set)).toBe(100)
    expect(set.mistakes).toEqual(['1 spawn: Error: oops'])
    expect(set.ran).toEqual(['2', 'real door'])
  })

  test('a native plugin is told once for each function that it gave no result, and anew when it is loaded again', () => {
    const set = setUp()
    const load = (): NativePlugin<number> =>
      set.dispatch.addNative(1, (plugin) => {
        plugin.fill('spawn', 'pre', () => undefined)
      })
    load()
    callSpawn(set)
    callSpawn(set)
    expect(set.mistakes).toEqual(['1 spawn: no result'])
    load()
    callSpawn(set)
    expect(set.mistakes).toHaveLength(2)
  })
})

describe('changes while a call runs', () => {
  test('a plugin that is added waits for the next call, and one that is unloaded or paused is not called', () => {
    const set = setUp()
    scripts(
      set,
      () => {
        set.dispatch.unload(2)
        set.dispatch.plugin(3)?.pause()
        set.dispatch.addScript(5).hook('spawn', 'pre', answering(set, Ignored))
        return undefined
      },
      answering(set, Ignored),
      answering(set, Ignored),
      answering(set, Ignored),
    )
    callSpawn(set)
    expect(set.ran).toEqual(['4', 'real door'])
    callSpawn(set)
    expect(set.ran.slice(2)).toEqual(['4', 'real door'])
  })

  test('a hook that is put on again is a new one, and one that is taken off stays off', () => {
    const set = setUp()
    const later = set.dispatch.addScript(2)
    const undo = later.hook('spawn', 'pre', answering(set, Ignored))
    set.dispatch.addScript(1).hook('spawn', 'pre', () => {
      undo()
      later.hook('spawn', 'pre', answering(set, Handled))
      return undefined
    })
    callSpawn(set)
    expect(set.ran).toEqual(['real door'])
  })

  test('an entry that a native plugin fills counts from the next frame on, one that it clears is silent at once', () => {
    const set = setUp()
    const plugin = set.dispatch.addNative(1, () => undefined)
    plugin.fill('spawn', 'pre', answering(set, Ignored))
    callSpawn(set)
    set.dispatch.frame()
    callSpawn(set)
    plugin.fill('spawn', 'pre', null)
    callSpawn(set)
    expect(set.ran).toEqual(['real door', '1', 'real door', 'real door'])
  })
})
