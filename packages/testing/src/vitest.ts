/**
 * Matchers for vitest. Importing this file once, in a test or as a setup file, adds them, and stops every server at the end
 * of the test that created it.
 */
import { inspect } from 'node:util'

import { afterEach, expect } from 'vitest'

import { CallLog } from './server/call-log.js'
import { stopServers } from './create-server.js'
import { TestPlayer } from './player/test-player.js'
import { textsIn, type Received } from './player/received.js'
import { TestServer } from './server/test-server.js'

/** What {@link MetamodMatchers} add to `expect`. */
export interface MetamodMatchers<Result = unknown> {
  /** The server's console has shown a line that contains the text, or matches. */
  toHavePrinted(text: string | RegExp): Result
  /** Nothing was logged as an error of a plugin's or Metamod's, and the engine met none. */
  toHaveNoErrors(): Result
  /**
   * The player was sent or shown a text that contains this one, or matches; or something with these properties, such as
   * `{ name: 'SayText' }`.
   */
  toHaveReceived(expected: string | RegExp | Readonly<Record<string, unknown>>): Result
  /** A function of `server.gameDll` or `server.engine` was called with these arguments, and perhaps others. */
  toHaveCalled(name: string, args?: Readonly<Record<string, unknown>>): Result
}

// What the matchers are added to. Without this line nothing of vitest's would stand in the declarations that are published,
// and TypeScript leaves the addition below out then.
export type { Assertion } from 'vitest'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type -- As vitest declares it.
  interface Assertion<T = any> extends MetamodMatchers<T> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- As above.
  interface AsymmetricMatchersContaining extends MetamodMatchers {}
}

interface Verdict {
  readonly pass: boolean
  readonly message: () => string
}

const shownLines = 20

const fits = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)

const show = (value: unknown): string => inspect(value, { depth: 4, breakLength: Infinity })

function lastOf(items: readonly string[], what: string): string {
  if (items.length === 0) return `there was no ${what}`
  const left = items.length > shownLines ? `the last ${shownLines} of ${items.length}` : 'all'
  return `${left}:\n${items
    .slice(-shownLines)
    .map((item) => `  ${item}`)
    .join('\n')}`
}

function require<Wanted>(
  value: unknown,
  type: abstract new (...args: never[]) => Wanted,
  matcher: string,
): Wanted {
  if (value instanceof type) return value
  throw new TypeError(`${matcher}: expects a ${type.name}, got ${show(value)}`)
}

/** Whether all that is wanted is in the value; with vitest's own matchers, such as `expect.any(Number)`. */
function has(value: object, wanted: Readonly<Record<string, unknown>>, equals: Equals): boolean {
  return Object.entries(wanted).every(([key, expected]) => equals(Reflect.get(value, key), expected))
}

type Equals = (a: unknown, b: unknown) => boolean

const not = (isNot: boolean): string => (isNot ? 'not ' : '')

expect.extend({
  toHavePrinted(value: unknown, wanted: string | RegExp): Verdict {
    const { output } = require(value, TestServer, 'toHavePrinted')
    return {
      pass: output.some((line) => fits(line, wanted)),
      message: () =>
        `expected the console ${not(this.isNot)}to have printed ${show(wanted)}; ${lastOf(output, 'output')}`,
    }
  },
  toHaveNoErrors(value: unknown): Verdict {
    const server = require(value, TestServer, 'toHaveNoErrors')
    const errors = [...server.errors, ...server.failures]
    return {
      pass: errors.length === 0,
      message: () =>
        this.isNot
          ? 'expected errors, but none was logged'
          : `expected no errors; ${lastOf(errors, 'error')}`,
    }
  },
  toHaveReceived(value: unknown, wanted: string | RegExp | Readonly<Record<string, unknown>>): Verdict {
    const player = require(value, TestPlayer, 'toHaveReceived')
    const isIt = (item: Received): boolean =>
      typeof wanted === 'string' || wanted instanceof RegExp
        ? textsIn(item).some((text) => fits(text, wanted))
        : has(item, wanted, (a, b) => this.equals(a, b))
    return {
      pass: player.received.some(isIt),
      message: () =>
        `expected ${player.name} ${not(this.isNot)}to have received ${show(wanted)}; ` +
        lastOf(player.received.map(show), 'message'),
    }
  },
  toHaveCalled(value: unknown, name: string, args: Readonly<Record<string, unknown>> = {}): Verdict {
    const calls = require(value, CallLog, 'toHaveCalled').callsOf(name)
    return {
      pass: calls.some((call) => has(call, args, (a, b) => this.equals(a, b))),
      message: () =>
        `expected ${name} ${not(this.isNot)}to have been called with ${show(args)}; ` +
        lastOf(calls.map(show), 'call'),
    }
  },
})

afterEach(() => stopServers())
