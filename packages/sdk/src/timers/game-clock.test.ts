import { expect, test } from 'vitest'

import { GameClock } from './game-clock.js'

/** A clock over an engine whose time is set by hand. */
function clockOf(engine: { edictCount: number }, globals: { time: number }): GameClock {
  return new GameClock({ engine, globals } as unknown as ConstructorParameters<typeof GameClock>[0])
}

test('time counts from the start of the first map, whoever looks first and when', () => {
  const [engine, globals] = [{ edictCount: 0 }, { time: 0 }]
  const clock = clockOf(engine, globals)
  expect(clock.now).toBe(0)
  engine.edictCount = 100
  globals.time = 1
  clock.mapStarted()
  globals.time = 1.5
  expect(clock.now).toBe(0.5)
})

test('time goes on over a change of the map, and each map counts from its start', () => {
  const globals = { time: 1 }
  const clock = clockOf({ edictCount: 100 }, globals)
  clock.mapStarted()
  globals.time = 11
  clock.mapEnded()
  globals.time = 500
  expect(clock.now).toBe(10)
  globals.time = 1
  clock.mapStarted()
  globals.time = 3
  expect(clock.now).toBe(12)
  // A host Metamod may keep both from us.
  globals.time = 2
  expect(clock.now).toBe(12)
  globals.time = 2.25
  expect(clock.now).toBe(12.25)
})
