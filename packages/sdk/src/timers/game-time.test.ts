import { describe, expect, test } from 'vitest'

import { layoutOf, offsetIn } from '../raw/layout.js'
import { testServer } from '../raw/testing/test-server.js'
import { Clocked } from './testing/clocked.js'

const timeAt = offsetIn(layoutOf('globalvars_t', 64), 'time') >> 2

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

  test('a call that is asked for between the start of a map and its first frame comes in that frame', () => {
    const it = new Clocked()
    it.plugin.every(10, () => undefined)
    it.frames(3)
    it.changeMap()
    it.plugin.nextFrame(it.note('called'))
    it.frames(1)
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

  test('a call that it asks for afterwards comes in the next frame', () => {
    const it = new Clocked()
    it.plugin.every(10, () => undefined)
    it.hosted.setPaused(true)
    it.frames(8)
    it.hosted.setPaused(false)
    it.plugin.nextFrame(it.note('called'))
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
