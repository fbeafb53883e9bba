import { describe, expect, test } from 'vitest'

import type { HostedPlugin, Plugin } from '../host.js'
import { layoutOf, offsetIn } from '../raw/layout.js'
import type { MemoryBridge } from '../raw/testing/memory-bridge.js'
import { testServer } from '../raw/testing/test-server.js'
import type { TestServer } from '../raw/testing/test-server.js'

const timeAt = offsetIn(layoutOf('globalvars_t', 64), 'time') >> 2

/** A server whose frames run when the test says so. */
class Clocked {
  readonly server: TestServer
  readonly hosted: HostedPlugin
  readonly plugin: Plugin
  readonly memory: MemoryBridge
  readonly seen: string[] = []

  constructor() {
    this.server = testServer()
    this.memory = this.server.memory
    this.hosted = this.server.addPlugin(2)
    this.plugin = this.hosted.plugin
    this.time = 1
  }

  set time(seconds: number) {
    this.memory.globals.f32[timeAt] = seconds
  }

  get time(): number {
    return this.memory.globals.f32[timeAt] ?? 0
  }

  /** Runs frames; those of a plugin that hooks nothing reach nobody. */
  frames(count: number, seconds = 0.125): void {
    for (let frame = 0; frame < count; frame += 1) {
      this.time += seconds
      this.memory.hook({ function: 'startFrame' })
    }
  }

  changeMap(): void {
    this.server.host.callbacks.mapEnded()
    this.time = 1
    this.server.host.callbacks.mapStarted()
  }

  readonly note = (text: string) => (): void => void this.seen.push(text)

  /** How often the frame hook went on and off. */
  get hooked(): string[] {
    return this.memory.journal.filter((line) => line.includes('startFrame'))
  }
}

describe('after', () => {
  test('a timer is called once, in the frame in which its time has come', () => {
    const it = new Clocked()
    it.plugin.after(0.5, it.note('called'))
    it.frames(3)
    expect(it.seen).toEqual([])
    it.frames(1)
    expect(it.seen).toEqual(['called'])
    it.frames(20)
    expect(it.seen).toEqual(['called'])
  })

  test('many short frames do not make it late, though 32-bit floats cannot hold their sum', () => {
    const it = new Clocked()
    it.time = 5000
    it.plugin.after(1, it.note('called'))
    it.frames(99, 0.01)
    expect(it.seen).toEqual([])
    it.time = 5000.9997
    it.frames(1, 0)
    expect(it.seen).toEqual(['called'])
  })

  test('timers of one frame are called by their time, then by their registration', () => {
    const it = new Clocked()
    it.plugin.after(0.3, it.note('c'))
    it.plugin.after(0.1, it.note('a'))
    it.plugin.after(0.3, it.note('d'))
    it.plugin.after(0.2, it.note('b'))
    it.frames(1, 1)
    expect(it.seen).toEqual(['a', 'b', 'c', 'd'])
  })

  test('one that was taken back is not called, even by one of the same frame', () => {
    const it = new Clocked()
    const undo = it.plugin.after(0.2, it.note('never'))
    it.plugin.after(0.1, () => undo())
    it.plugin.after(0.3, it.note('after it'))
    it.frames(1, 1)
    expect(it.seen).toEqual(['after it'])
    undo()
  })

  test('one that a callback adds waits for the next frame, also with nothing left to wait', () => {
    const it = new Clocked()
    it.plugin.after(0, () => it.plugin.after(0, it.note('second')))
    it.frames(1)
    expect(it.seen).toEqual([])
    it.frames(1)
    expect(it.seen).toEqual(['second'])
  })

  test.each([
    [NaN, 'after: seconds must be a finite number, got NaN'],
    [Infinity, 'after: seconds must be a finite number, got Infinity'],
    [-1, 'after: seconds must be 0 or more, got -1'],
    ['1', 'after: seconds must be a finite number, got "1"'],
  ])('%j seconds are refused', (seconds, message) => {
    const it = new Clocked()
    expect(() => it.plugin.after(seconds as number, () => undefined)).toThrow(message)
  })

  test('what is no function is refused', () => {
    const it = new Clocked()
    expect(() => it.plugin.every(1, 'x' as never)).toThrow('every: callback must be a function, got "x"')
    expect(() => it.plugin.after(1, () => undefined, true as never)).toThrow(
      'after: options must be an object, got true',
    )
    expect(it.hooked).toEqual([])
  })
})

describe('every', () => {
  test('it is called at each multiple of its interval', () => {
    const it = new Clocked()
    it.plugin.every(0.25, () => void it.seen.push(it.time.toFixed(3)))
    it.frames(6)
    expect(it.seen).toEqual(['1.250', '1.500', '1.750'])
  })

  test('it keeps its beat where frames do not hit it', () => {
    const it = new Clocked()
    it.plugin.every(0.3, () => void it.seen.push(it.time.toFixed(3)))
    it.frames(12)
    expect(it.seen).toEqual(['1.375', '1.625', '2.000', '2.250', '2.500'])
  })

  test('what was missed while the server was held up is not made up for', () => {
    const it = new Clocked()
    it.plugin.every(0.25, it.note('tick'))
    it.frames(1, 10)
    expect(it.seen).toEqual(['tick'])
    it.frames(1)
    expect(it.seen).toEqual(['tick'])
    it.frames(1)
    expect(it.seen).toEqual(['tick', 'tick'])
  })

  test('no interval is shorter than a frame', () => {
    const it = new Clocked()
    it.plugin.every(0, it.note('tick'))
    it.plugin.every(0.0001, it.note('tock'))
    it.frames(3)
    expect(it.seen).toEqual(['tick', 'tock', 'tick', 'tock', 'tick', 'tock'])
  })

  test('it can end itself', () => {
    const it = new Clocked()
    const undo = it.plugin.every(0.125, () => {
      it.seen.push('tick')
      if (it.seen.length === 2) undo()
    })
    it.frames(5)
    expect(it.seen).toEqual(['tick', 'tick'])
  })

  test('one that throws is logged and goes on, and so do the others', () => {
    const it = new Clocked()
    it.plugin.every(0.125, () => {
      throw new Error('oops')
    })
    it.plugin.every(0.125, it.note('tick'))
    it.frames(2)
    expect(it.seen).toEqual(['tick', 'tick'])
    expect(it.server.errors).toEqual(['2 timer: oops', '2 timer: oops'])
  })

  test('an async callback that fails later is logged', async () => {
    const it = new Clocked()
    it.plugin.nextFrame(() => Promise.reject(new Error('later')))
    it.frames(1)
    await Promise.resolve()
    expect(it.server.errors).toEqual(['2 timer: later'])
  })
})

describe('nextFrame', () => {
  test('a call from a listener that runs before the timers waits for the frame after', () => {
    const it = new Clocked()
    it.plugin.on.startFrame(() => {
      if (it.seen.length === 0) it.plugin.nextFrame(it.note('called'))
      it.seen.push('frame')
    })
    it.plugin.every(10, () => undefined)
    it.frames(2)
    expect(it.seen).toEqual(['frame', 'frame', 'called'])
  })

  test('a call between frames comes in the very next', () => {
    const it = new Clocked()
    it.plugin.every(10, () => undefined)
    it.frames(3)
    it.plugin.nextFrame(it.note('called'))
    it.frames(1)
    expect(it.seen).toEqual(['called'])
  })
})

describe('maps', () => {
  test('a timer lives on over a map change with what it had left', () => {
    const it = new Clocked()
    it.frames(400)
    it.plugin.after(1, it.note('called'))
    it.frames(4)
    it.changeMap()
    it.frames(4, 0.1)
    expect(it.seen).toEqual([])
    // The frame that begins the map is where its time begins.
    it.frames(2, 0.1)
    expect(it.seen).toEqual(['called'])
  })

  test('a timer until the end of the map ends with it, and takes the hook along', () => {
    const it = new Clocked()
    it.plugin.after(1, it.note('never'), { untilMapEnd: true })
    it.plugin.every(0.125, it.note('tick'), { untilMapEnd: true })
    it.frames(2)
    it.changeMap()
    expect(it.hooked.at(-1)).toBe('setHook 2 startFrame 0 off')
    it.frames(20)
    expect(it.seen).toEqual(['tick', 'tick'])
  })

  test('a timer from before the first map counts from its first frame', () => {
    const server = testServer({ hasMap: false })
    const seen: string[] = []
    server.plugin.after(0.5, () => seen.push('called'))
    server.memory.globals.f32[timeAt] = 100
    server.memory.startMap(server.host.callbacks)
    server.memory.hook({ function: 'startFrame' })
    expect(seen).toEqual([])
    server.memory.globals.f32[timeAt] = 100.5
    server.memory.hook({ function: 'startFrame' })
    expect(seen).toEqual(['called'])
  })

  test('a timer that is set between maps counts from the next one, whatever its time begins with', () => {
    const it = new Clocked()
    const { callbacks } = it.server.host
    callbacks.mapEnded()
    it.plugin.after(1, it.note('called'))
    it.time = 50
    callbacks.mapStarted()
    it.frames(5)
    expect(it.seen).toEqual([])
    it.frames(4)
    expect(it.seen).toEqual(['called'])
  })

  test('time that runs backwards without a word is taken for a new map', () => {
    const it = new Clocked()
    it.frames(80)
    it.plugin.after(1, it.note('called'))
    it.frames(2)
    it.time = 1
    it.frames(5)
    expect(it.seen).toEqual([])
    it.frames(2)
    expect(it.seen).toEqual(['called'])
  })
})

test('while the game’s time stands still only the next frame counts', () => {
  const it = new Clocked()
  it.plugin.after(0.5, it.note('after'))
  it.plugin.every(0.25, it.note('every'))
  it.plugin.nextFrame(it.note('next'))
  it.frames(50, 0)
  expect(it.seen).toEqual(['next'])
  it.frames(4)
  expect(it.seen).toEqual(['next', 'every', 'after', 'every'])
})

describe('a plugin that is paused', () => {
  test('its timers stand still', () => {
    const it = new Clocked()
    it.plugin.after(1, it.note('called'))
    it.frames(4)
    it.hosted.setPaused(true)
    it.frames(100)
    it.hosted.setPaused(true)
    it.hosted.setPaused(false)
    it.frames(3)
    expect(it.seen).toEqual([])
    it.frames(1)
    expect(it.seen).toEqual(['called'])
  })

  test('a timer that it adds meanwhile, in a command, waits for the rest', () => {
    const it = new Clocked()
    it.hosted.setPaused(true)
    it.frames(8)
    it.plugin.after(0.25, it.note('called'))
    it.frames(8)
    it.hosted.setPaused(false)
    it.frames(1)
    expect(it.seen).toEqual([])
    it.frames(1)
    expect(it.seen).toEqual(['called'])
  })
})

describe('the frame hook', () => {
  test('is on while there are timers, and stays on where one is replaced in its own callback', () => {
    const it = new Clocked()
    expect(it.hooked).toEqual([])
    const undo = it.plugin.after(5, () => undefined)
    undo()
    expect(it.hooked).toEqual(['setHook 2 startFrame 0 on', 'setHook 2 startFrame 0 off'])
    let rest = 3
    const again = (): void => {
      rest -= 1
      if (rest > 0) it.plugin.nextFrame(again)
    }
    it.plugin.nextFrame(again)
    it.frames(5)
    expect(it.hooked.slice(2)).toEqual(['setHook 2 startFrame 0 on', 'setHook 2 startFrame 0 off'])
  })

  test('ten thousand timers are called in their order, less those that were taken back', () => {
    const it = new Clocked()
    const delays = Array.from({ length: 10_000 }, (_, index) => ((index * 7919) % 1000) / 100)
    const undos = delays.map((delay, index) => it.plugin.after(delay, it.note(String(index))))
    for (const [index, undo] of undos.entries()) if (index % 3 === 0) undo()
    it.frames(100)
    const expected = delays
      .map((delay, index) => ({ delay, index }))
      .filter(({ index }) => index % 3 !== 0)
      .sort((a, b) => a.delay - b.delay || a.index - b.index)
    expect(it.seen).toEqual(expected.map(({ index }) => String(index)))
    expect(it.hooked.at(-1)).toBe('setHook 2 startFrame 0 off')
  })
})

describe('the end of the plugin', () => {
  test('ends its timers, in a callback too, and refuses others', () => {
    const it = new Clocked()
    it.plugin.after(0.1, () => it.hosted.dispose())
    it.plugin.after(0.1, it.note('never'))
    it.plugin.every(0.1, it.note('never'))
    it.frames(20)
    expect(it.seen).toEqual([])
    expect(() => it.plugin.nextFrame(() => undefined)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
  })

  test('rejects what waits', async () => {
    const it = new Clocked()
    const waiting = it.plugin.wait(1)
    it.frames(2)
    it.hosted.dispose()
    await expect(waiting).rejects.toMatchObject({ code: 'PLUGIN_UNLOADED' })
  })
})

test('a callback that was ended from outside does not take the others of its frame along', () => {
  const it = new Clocked()
  // V8 ends code that runs too long past every catch and finally, which a test cannot; a nested frame shows the same state.
  it.plugin.after(0.1, () => {
    it.memory.hook({ function: 'startFrame' })
    it.seen.push('first')
  })
  it.plugin.after(0.1, it.note('second'))
  it.frames(1)
  expect(it.seen).toEqual(['second', 'first'])
})

test('wait goes by game time, and hands nothing over', async () => {
  const it = new Clocked()
  let isOver = false
  const waiting = it.plugin.wait(0.5).then((value) => {
    isOver = true
    return value
  })
  it.frames(3)
  await Promise.resolve()
  expect(isOver).toBe(false)
  it.frames(1)
  await expect(waiting).resolves.toBeUndefined()
  await expect(it.plugin.wait(-1)).rejects.toThrow('wait: seconds must be 0 or more, got -1')
})
