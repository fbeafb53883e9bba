import { describe, expect, test } from 'vitest'
import { MetamodError, handled, override, supercede } from '../index.js'
import type { Answer, HookEvent, Undo } from '../index.js'
import { MetaResult } from './generated/enums.js'
import { rowNamed } from './testing/memory-bridge.js'
import { testServer } from './testing/test-server.js'
import { readText } from './text-block.js'

const { Ignored, Handled, Override, Supercede } = MetaResult

describe('answers', () => {
  test('a listener that returns nothing leaves the call as it is', () => {
    const { memory, plugin } = testServer()
    plugin.on.startFrame(() => undefined)
    expect(memory.hook({ function: 'startFrame' })).toMatchObject({ metaResult: Ignored, last: Ignored })
  })

  test('the strongest answer of a run counts, and the last one is told apart', () => {
    const { memory, plugin } = testServer()
    plugin.on.spawn(() => supercede(-1))
    plugin.on.spawn(() => handled())
    expect(memory.hook({ function: 'spawn', params: { entity: 3 } })).toMatchObject({
      metaResult: Supercede,
      last: Handled,
    })
  })

  test('the last value given wins, also over a stronger answer before it', () => {
    const { memory, plugin } = testServer()
    plugin.on.spawn(() => supercede(1))
    plugin.on.spawn(() => override(2))
    const outcome = memory.hook({ function: 'spawn', params: { entity: 3 } })
    expect(outcome.metaResult).toBe(Supercede)
    expect(outcome.frame.i32[48 >> 2]).toBe(2)
  })

  test('all listeners are called after a supercede', () => {
    const { memory, plugin } = testServer()
    const called: string[] = []
    plugin.on.startFrame(() => {
      called.push('first')
      return supercede()
    })
    plugin.on.startFrame(() => {
      called.push('second')
    })
    memory.hook({ function: 'startFrame' })
    expect(called).toEqual(['first', 'second'])
  })

  test('a text is answered beside the frame', () => {
    const { memory, plugin } = testServer()
    plugin.on.getGameDescription(() => supercede('Zombies'))
    expect(memory.hook({ function: 'getGameDescription' }).reference).toBe('Zombies')
  })

  test('an entity is answered by its index, and null as -1', () => {
    const { memory, plugin } = testServer()
    const undo = plugin.onEngine.createEntity(() => supercede(plugin.entity(7)))
    expect(memory.hook({ function: 'createEntity' }).frame.i32[48 >> 2]).toBe(7)
    undo()
    plugin.onEngine.createEntity(() => supercede(null))
    expect(memory.hook({ function: 'createEntity' }).frame.i32[48 >> 2]).toBe(-1)
  })

  test('a client is refused with a reason in one answer', () => {
    const { memory, plugin } = testServer()
    plugin.on.clientConnect(() => supercede({ reject: 'Banned' }))
    const outcome = memory.hook({
      function: 'clientConnect',
      params: { player: 1, name: 'Bob', address: '10.0.0.1' },
    })
    expect(outcome.metaResult).toBe(Supercede)
    expect(outcome.frame.i32[48 >> 2]).toBe(0)
    expect(readText(outcome.frame.u8, rowNamed('clientConnect').params[3]?.at ?? 0, 128)).toBe('Banned')
    expect(outcome.dirty).toBe(1 << 3)
  })

  test('supercede in a post hook counts as override and is complained of once', () => {
    const { memory, plugin, errors } = testServer()
    plugin.onPost.spawn(() => supercede(5))
    for (let i = 0; i < 3; i++) {
      const outcome = memory.hook({ function: 'spawn', phase: 1, params: { entity: 3 }, original: 0 })
      expect(outcome).toMatchObject({ metaResult: Override, last: Override })
    }
    expect(errors).toEqual([
      '1 onPost.spawn: spawn: supercede() in a post hook counts as override(), because the real function already ran',
    ])
  })
})

describe('what an event tells of other answers', () => {
  test('status and previous are those of the call, then those within the run', () => {
    const { memory, plugin } = testServer()
    const seen: unknown[] = []
    plugin.on.spawn(({ status, previous, overriding }) => {
      seen.push([status, previous, overriding])
      return override(4)
    })
    plugin.on.spawn(({ status, previous, overriding }) => {
      seen.push([status, previous, overriding])
      return undefined
    })
    plugin.on.spawn(({ status, previous }) => {
      seen.push([status, previous])
      return undefined
    })
    memory.hook({ function: 'spawn', params: { entity: 3 }, status: Handled, previous: Ignored })
    expect(seen).toEqual([
      [Handled, Ignored, null],
      [Override, Override, 4],
      [Override, Ignored],
    ])
  })

  test('original and overriding are those that the core found', () => {
    const { memory, plugin } = testServer()
    const seen: unknown[] = []
    plugin.onPost.getGameDescription(({ original, overriding }) => {
      seen.push(original, overriding)
    })
    plugin.onPost.spawn(({ original, overriding }) => {
      seen.push(original, overriding)
    })
    memory.hook({ function: 'getGameDescription', phase: 1, original: 'Half-Life', overriding: 'Zombies' })
    memory.hook({ function: 'spawn', phase: 1, params: { entity: 3 }, original: -1 })
    expect(seen).toEqual(['Half-Life', 'Zombies', -1, null])
  })
})

describe('mistakes of listeners', () => {
  test('a throw is reported with plugin and hook, and counts as nothing', () => {
    const { memory, plugin, errors } = testServer()
    plugin.on.startFrame(() => {
      throw new Error('oops')
    })
    plugin.on.startFrame(() => handled())
    expect(memory.hook({ function: 'startFrame' })).toMatchObject({ metaResult: Handled, last: Handled })
    expect(errors).toEqual(['1 on.startFrame: oops'])
  })

  test.each([
    [
      'spawn',
      supercede('yes'),
      'spawn: the answer must be a whole number -2147483648..4294967295, got "yes"',
    ],
    ['spawn', supercede(), 'spawn: the answer must be a whole number -2147483648..4294967295, got undefined'],
    ['spawn', 3, 'spawn: the answer must be nothing, handled(), override() or supercede(), got 3'],
    [
      'startFrame',
      supercede(1),
      'startFrame: returns nothing, so override() and supercede() take no value here, got 1',
    ],
    ['clientConnect', supercede(0), 'clientConnect: the answer must be a boolean, got 0'],
    ['clientConnect', supercede({ reject: 4 }), 'clientConnect: rejectReason must be a string, got 4'],
    ['getGameDescription', override(null), 'getGameDescription: the answer must be a string, got null'],
  ] as const)('%s answered wrongly is reported and counts as nothing', (name, answer, message) => {
    const { memory, plugin, errors } = testServer()
    const hook = plugin.on[name] as unknown as (listener: () => unknown) => Undo
    hook(() => answer)
    expect(memory.hook({ function: name, params: {} }).metaResult).toBe(Ignored)
    expect(errors).toEqual([`1 on.${name}: ${message}`])
  })

  test('an async listener is told that the game does not wait, and its rejection is reported', async () => {
    const { memory, plugin, errors } = testServer()
    const listener = async (): Promise<void> => {
      await Promise.resolve()
      throw new Error('later')
    }
    plugin.on.startFrame(listener as unknown as () => undefined)
    expect(memory.hook({ function: 'startFrame' }).metaResult).toBe(Ignored)
    expect(errors[0]).toContain('got a Promise; the game does not wait')
    await new Promise(setImmediate)
    expect(errors[1]).toBe('1 on.startFrame: later')
  })

  test('a listener that is no function is refused at once', () => {
    const { plugin } = testServer()
    const hook = plugin.on.startFrame as (listener: unknown) => Undo
    expect(() => hook('greet')).toThrow(
      new TypeError('startFrame: the listener must be a function, got "greet"'),
    )
  })
})

describe('events', () => {
  test('an event throws once its hook has returned', () => {
    const { memory, plugin } = testServer()
    let kept: { player: unknown; status: unknown } | undefined
    plugin.on.clientKill((event) => {
      kept = event
    })
    memory.hook({ function: 'clientKill', params: { player: 2 } })
    const over = new MetamodError(
      'EVENT_EXPIRED',
      'clientKill: this event is over; read what you need before the hook returns',
    )
    expect(() => kept?.player).toThrow(over)
    expect(() => kept?.status).toThrow(over)
  })

  test('an event of an earlier call throws inside a later one in the same place', () => {
    const { memory, plugin, errors } = testServer()
    const kept: { player: unknown }[] = []
    plugin.on.clientKill((event) => {
      kept.push(event)
      return kept[0]?.player === undefined ? handled() : undefined
    })
    memory.hook({ function: 'clientKill', params: { player: 2 } })
    memory.hook({ function: 'clientKill', params: { player: 3 } })
    expect(errors).toEqual([
      '1 on.clientKill: clientKill: this event is over; read what you need before the hook returns',
    ])
  })

  test('an event of an outer hook stays good while an inner one runs', () => {
    const { memory, plugin } = testServer()
    const seen: unknown[] = []
    plugin.on.think(({ entity }) => {
      seen.push(entity.index)
    })
    plugin.on.clientKill((event) => {
      memory.hook({ function: 'think', params: { entity: 9 } })
      seen.push(event.player.index)
    })
    memory.hook({ function: 'clientKill', params: { player: 2 } })
    expect(seen).toEqual([9, 2])
  })

  test('a text is fetched when it is first read, and once', () => {
    const { memory, plugin } = testServer()
    const texts: string[] = []
    plugin.on.clientConnect((event) => {
      memory.journal.length = 0
      texts.push(event.name, event.name)
    })
    memory.hook({ function: 'clientConnect', params: { player: 1, name: 'Bob' } })
    expect(texts).toEqual(['Bob', 'Bob'])
    expect(memory.journal).toEqual(['fetch 1'])
  })
})

describe('which listeners run', () => {
  test('plugins are called in the order of their slots, each in the order it registered', () => {
    const { memory, addPlugin, plugin } = testServer()
    const called: string[] = []
    const third = addPlugin(3).plugin
    const note = (name: string) => (): void => {
      called.push(name)
    }
    third.on.startFrame(note('3a'))
    plugin.on.startFrame(note('1a'))
    third.on.startFrame(note('3b'))
    addPlugin(2).plugin.on.startFrame(note('2a'))
    plugin.on.startFrame(note('1b'))
    memory.hook({ function: 'startFrame' })
    expect(called).toEqual(['1a', '1b', '2a', '3a', '3b'])
  })

  test('only plugins in the slots of the frame are called, and none that is paused', () => {
    const { memory, addPlugin, plugin } = testServer()
    const called: number[] = []
    plugin.on.startFrame(() => void called.push(1))
    const others = [2, 3, 4].map((slot) => {
      const hosted = addPlugin(slot)
      hosted.plugin.on.startFrame(() => void called.push(slot))
      return hosted
    })
    others[1]?.setPaused(true)
    memory.hook({ function: 'startFrame', slots: [2, 4] })
    expect(called).toEqual([2, 4])
  })

  test('a listener that was taken back while the hook runs is not called any more', () => {
    const { memory, plugin } = testServer()
    const called: string[] = []
    plugin.on.startFrame(() => {
      called.push('first')
      undo()
    })
    const undo = plugin.on.startFrame(() => {
      called.push('second')
    })
    memory.hook({ function: 'startFrame' })
    memory.hook({ function: 'startFrame' })
    expect(called).toEqual(['first', 'first'])
  })

  test('a listener that was added while the hook runs is called from the next time on', () => {
    const { memory, plugin } = testServer()
    const called: string[] = []
    const undo = plugin.on.startFrame(() => {
      undo()
      plugin.on.startFrame(() => {
        called.push('new')
      })
    })
    memory.hook({ function: 'startFrame' })
    expect(called).toEqual([])
    memory.hook({ function: 'startFrame' })
    expect(called).toEqual(['new'])
  })

  describe('a further listener of a plugin that the call has yet to reach', () => {
    /** Plugins 1 and 3, with something between them; the first, when asked to, gives the other another listener. */
    function setUp() {
      const { memory, addPlugin, plugin } = testServer()
      const third = addPlugin(3).plugin
      const called: string[] = []
      const state = { adds: true }
      plugin.on.think(() => {
        called.push('1')
        if (!state.adds) return
        state.adds = false
        third.on.think(() => void called.push('new'))
      })
      third.on.think(() => void called.push('3'))
      const frame = (slot: number, previous: number): string => {
        called.length = 0
        memory.hook({ function: 'think', slots: [slot, slot], previous })
        return called.join(' ')
      }
      return { memory, plugin, called, state, frame }
    }

    test('waits for the next call', () => {
      const { frame } = setUp()
      expect([frame(1, 0), frame(3, Ignored)]).toEqual(['1', '3'])
      expect([frame(1, 0), frame(3, Ignored)]).toEqual(['1', '3 new'])
    })

    test('waits for no more than that call where a native plugin is the first of each', () => {
      const { frame } = setUp()
      expect([frame(1, Ignored), frame(3, Ignored)]).toEqual(['1', '3'])
      expect([frame(1, Ignored), frame(3, Ignored)]).toEqual(['1', '3 new'])
    })

    test('is called by the next call also if it was never passed by', () => {
      const { frame } = setUp()
      frame(1, Ignored)
      expect([frame(1, Ignored), frame(3, Ignored)]).toEqual(['1', '3 new'])
    })

    test('is called by a call that begins behind the plugin that added it', () => {
      const { frame } = setUp()
      frame(1, Ignored)
      expect(frame(3, 0)).toBe('3 new')
    })

    test('is called by a call inside the one that it waits for', () => {
      const { memory, plugin, called, state, frame } = setUp()
      state.adds = false
      let isInner = false
      plugin.on.think(() => {
        if (isInner) return
        isInner = true
        state.adds = true
        memory.hook({ function: 'think', slots: [1, 1] })
        called.length = 0
        memory.hook({ function: 'think', slots: [3, 3], previous: Ignored })
        memory.hook({ function: 'think', slots: [1, 1] })
        memory.hook({ function: 'think', slots: [3, 3], previous: Ignored })
      })
      expect(frame(1, 0)).toBe('3 1 3 new')
      expect(frame(3, Ignored)).toBe('3')
      expect([frame(1, 0), frame(3, Ignored)]).toEqual(['1', '3 new'])
    })
  })

  test('the core hears of the first listener of a plugin and of the end of the last', () => {
    const { memory, plugin } = testServer()
    const undos = [plugin.on.startFrame(() => undefined), plugin.on.startFrame(() => undefined)]
    for (const undo of [...undos, ...undos]) undo()
    expect(memory.journal).toEqual(['setHook 1 startFrame 0 on', 'setHook 1 startFrame 0 off'])
  })

  test('a disposed plugin is called no more, and cannot come back', () => {
    const { memory, addPlugin } = testServer()
    const { plugin, dispose } = addPlugin(2)
    let count = 0
    const listener = (): void => void (count += 1)
    plugin.on.startFrame(listener)
    plugin.onEngine.traceLine(listener)
    dispose()
    memory.hook({ function: 'startFrame' })
    memory.hook({ function: 'traceLine' })
    expect(count).toBe(0)
    expect(() => plugin.on.startFrame(listener)).toThrow(
      new MetamodError(
        'PLUGIN_UNLOADED',
        'plugin.on.startFrame: the plugin was unloaded; end its timers in detach()',
      ),
    )
  })
})

test('a call made inside a hook has its frame behind that of the hook', () => {
  const { memory, plugin } = testServer()
  plugin.on.spawn(() => {
    plugin.engine.writeByte(1)
  })
  memory.hook({ function: 'spawn', params: { entity: 3 } })
  plugin.engine.writeByte(2)
  expect(memory.calls.map(({ base }) => base)).toEqual([112, 0])
})

test('every function of every table can be hooked before and after', () => {
  const { memory, plugin, errors } = testServer()
  let count = 0
  const listener = (event: HookEvent): Answer<never> => {
    count += 1
    expect([event.original, event.overriding]).toEqual([null, null])
    return handled()
  }
  for (const table of ['on', 'onPost', 'onEngine', 'onEnginePost'] as const) {
    const hooks = plugin[table] as unknown as Record<string, (listener: unknown) => Undo>
    for (const name of Object.keys(hooks)) hooks[name]?.(listener)
    for (const name of Object.keys(hooks)) {
      const isEngine = table.startsWith('onEngine')
      const call = { function: name, isEngine, phase: table.endsWith('Post') ? 1 : 0 } as const
      expect(memory.hook(call).metaResult).toBe(Handled)
    }
  }
  expect(count).toBe(2 * (159 + 55))
  expect(errors).toEqual([])
})
