/** Tests of what authors of tests pass, in the words that the SDK has for its own. */
import { inspect } from 'node:util'

import { nearestNames } from '@csr/metamod-sdk/host'

/** A value as it stands in a message: short, and on one line. */
export const show = (value: unknown): string =>
  inspect(value, { depth: 0, breakLength: Infinity }).slice(0, 80)

export function wholeNumber(value: unknown, least: number, most: number, place: string): number {
  if (typeof value !== 'number') throw new TypeError(`${place} must be a number, got ${show(value)}`)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${place} must be a whole number ${least}..${most}, got ${show(value)}`)
  return value
}

/** Game time in seconds. */
export function seconds(value: unknown, least: number, most: number, place: string): number {
  if (typeof value !== 'number')
    throw new TypeError(`${place} must be a number of seconds, got ${show(value)}`)
  if (!(value >= least && value <= most))
    throw new RangeError(`${place} must be ${least}..${most} seconds, got ${show(value)}`)
  return value
}

export function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new TypeError(`${place} must be a string, got ${show(value)}`)
  return value
}

/** A text that stays one line on its way through a console. */
export function oneLine(value: unknown, place: string): string {
  const line = text(value, place)
  if (/[\0\r\n]/.test(line))
    throw new RangeError(`${place} must be one line, got ${show(line)}; call once for each line`)
  return line
}

export function trueOrFalse(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${place} must be true or false, got ${show(value)}`)
  return value
}

/** An object of options, of which those that are given must be known and pass their check. */
export function checkGiven(given: unknown, place: string, checks: Readonly<Record<string, Check>>): void {
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`${place}: its options must be an object, got ${show(given)}`)
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const check = checks[name]
    if (check === undefined) throw unknownOption(name, place, Object.keys(checks))
    if (value !== undefined) check(value, `${place}: ${name}`)
  }
}

/** Throws for a wrong value; `place` begins the sentence. */
export type Check = (value: unknown, place: string) => void

function unknownOption(name: string, place: string, known: readonly string[]): RangeError {
  const nearest = nearestNames(name, known)
  const cure = nearest.length === 0 ? `there are ${known.join(', ')}` : `did you mean ${nearest.join(', ')}?`
  return new RangeError(`${place}: there is no option ${name}; ${cure}`)
}
