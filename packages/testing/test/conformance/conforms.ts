/** One scenario on both servers: what they print, and what the scenario's plugins see, must be the same line by line. */
import { beforeAll, describe, expect, test } from 'vitest'

import type { Driver, Setup, StartDriver } from './driver.js'
import { startNative } from './native-driver.js'
import { startTest } from './test-driver.js'

/** What happens in a scenario. */
export type Play = (server: Driver) => void | Promise<void>

/** The transcripts of both servers. */
export interface Transcripts {
  readonly native: readonly string[]
  readonly testing: readonly string[]
}

/** Runs a scenario on one server after the other. */
export async function playBoth(setup: Setup, scenario: Play): Promise<Transcripts> {
  return { native: await play(startNative, setup, scenario), testing: await play(startTest, setup, scenario) }
}

async function play(start: StartDriver, setup: Setup, scenario: Play): Promise<readonly string[]> {
  const server = start(setup)
  try {
    await scenario(server)
  } finally {
    server.stop()
  }
  return server.transcript
}

/**
 * A test that both servers do the same.
 *
 * @param title - A true sentence about both.
 * @param expected - A line that the transcript must hold, so that a scenario in which nothing happens does not pass.
 */
export function conforms(title: string, setup: Setup, scenario: Play, expected: string | RegExp): void {
  test(title, async () => {
    const { native, testing } = await playBoth(setup, scenario)
    expect(testing).toEqual(native)
    expect(native.join('\n')).toMatch(expected)
  })
}

/** A part of a long scenario. */
export interface Step {
  /** A true sentence about both servers. */
  readonly title: string
  readonly play: Play
}

/** Many short steps on one pair of servers: a test for each, and one for how the servers start. */
export function conformInSteps(name: string, setup: Setup, steps: readonly Step[]): void {
  describe(name, () => {
    let seen: Transcripts
    beforeAll(async () => {
      seen = await playBoth(setup, async (server) => {
        for (const [index, step] of steps.entries()) {
          server.note(mark(index))
          await step.play(server)
        }
        server.note(mark(steps.length))
      })
    })
    for (const [index, { title }] of steps.entries())
      test(title, () => {
        const expected = between(seen.native, index)
        expect(between(seen.testing, index)).toEqual(expected)
        expect(expected).not.toEqual([])
      })
    test('the servers start and end alike', () => {
      for (const lines of Object.values(seen)) expect(lines).toContain(`- ${mark(steps.length)}`)
      expect(between(seen.testing, -1)).toEqual(between(seen.native, -1))
      expect(between(seen.testing, steps.length)).toEqual(between(seen.native, steps.length))
    })
  })
}

const mark = (index: number): string => `step ${index}`

function between(lines: readonly string[], index: number): readonly string[] {
  const start = lines.indexOf(`- ${mark(index)}`)
  const end = lines.indexOf(`- ${mark(index + 1)}`)
  return lines.slice(start + 1, end < 0 ? undefined : end)
}
