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
