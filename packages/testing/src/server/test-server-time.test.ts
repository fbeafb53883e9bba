import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

test('frames and seconds pass only when the test says so', () => {
  const frames: number[] = []
  const clock = pluginOf('Clock', (plugin) => {
    plugin.on.startFrame(() => void frames.push(plugin.globals.time))
  })
  const server = createServer({ plugins: [clock] })
  server.frames(3)
  expect(frames).toHaveLength(3)
  server.advance(1)
  expect(frames).toHaveLength(103)
  expect(server.time).toBeCloseTo(2.03, 2)
  server.frames(0)
  expect(() => server.frames(-1)).toThrow(
    new RangeError('frames: count must be a whole number 0..1000000, got -1'),
  )
  expect(() => server.frames(1.5)).toThrow(RangeError)
  expect(() => server.advance(NaN)).toThrow('advance: time must be 0..10000 seconds, got NaN')
})

test('promises and timers go on when the test lets them', async () => {
  const done: string[] = []
  const worker = pluginOf('Worker', (plugin) => {
    plugin.on.startFrame(() => {
      void Promise.resolve().then(() => done.push('promise'))
      setTimeout(() => done.push('timer'), 0)
    })
  })
  const server = createServer({ plugins: [worker] })
  server.frame()
  expect(done).toEqual([])
  await server.settle()
  expect(done).toEqual(['promise', 'timer'])
})

test.each([0.02, 0.3, 1, 2.5, 30, 61])(
  'what is to come after %d seconds has come when they are over',
  (time) => {
    const came: string[] = []
    const plugin = pluginOf('Timers', (self) => {
      self.after(time, () => came.push('once'))
      self.every(time, () => came.push('again'))
      self.addCommand('later', () => void self.after(time, () => came.push('later')))
    })
    const server = createServer({ plugins: [plugin] })
    server.advance(time)
    expect(came).toEqual(['once', 'again'])
    server.frames(7)
    server.console('later')
    server.advance(time * 0.9)
    expect(came).not.toContain('later')
    server.advance(time * 0.1)
    expect(came).toContain('later')
  },
)

test('time that passes over a change of the map is time, too', () => {
  let frames = 0
  const plugin = pluginOf('Changing', (self) => {
    self.on.startFrame(() => void (frames += 1))
    self.after(0.5, () => self.engine.serverCommand('changelevel yard\n'))
  })
  const server = createServer({ plugins: [plugin] })
  server.advance(2)
  expect(server.map).toBe('yard')
  expect(frames).toBe(200)
})
