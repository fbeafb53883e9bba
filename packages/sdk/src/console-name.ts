/** The names that the console can take for a command or variable. */
import { outOfRange, wrongType } from './raw/errors.js'

/** Metamod keeps the name of a queried variable in 64 bytes; we hold commands to the same. */
const longestName = 63

/**
 * Checks a name: it must be one word to the console. That splits lines at blanks, quotes and semicolons; and brackets, commas
 * and, on HLDS, colons are words of their own, so what has one in its name could not be called.
 */
export function consoleName(name: unknown, place: string): string {
  if (typeof name !== 'string') throw wrongType(place, 'name', 'a string', name)
  if (name.length === 0 || name.length > longestName)
    throw outOfRange(place, 'name', `1..${longestName} characters long`, name)
  if (/^[!-~]+$/.test(name) && !/["'{}(),:;]/.test(name)) return name
  throw outOfRange(
    place,
    'name',
    'one word of ASCII without quotes, brackets, commas, colons and semicolons',
    name,
  )
}
