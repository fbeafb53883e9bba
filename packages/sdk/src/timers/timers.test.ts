import { describe, expect, test } from 'vitest'

import { Clocked } from './testing/clocked.js'

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
    expect(() => it.plugin.after(1, () => undefined, { untilMapEnd: 1 } as never)).toThrow(
      'after: untilMapEnd must be a boolean, got 1',
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
