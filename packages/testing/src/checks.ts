/** Tests of what authors of tests pass, in the words that the SDK has for its own. */
import { inspect } from 'node:util'

const show = (value: unknown): string => inspect(value, { depth: 0, breakLength: Infinity }).slice(0, 80)

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
