import { describe, expect, test } from 'vitest'
import { MetamodError } from '../index.js'
import { MetaResult } from './generated/enums.js'
import { testServer } from './testing/test-server.js'

const { Ignored } = MetaResult

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
        'plugin.on.startFrame: the plugin was unloaded; end what it had begun in detach(), or with plugin.signal',
      ),
    )
  })
})
