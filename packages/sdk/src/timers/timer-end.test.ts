import { describe, expect, test } from 'vitest'

import { Clocked } from './testing/clocked.js'

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
