/**
 * The tests that each part passes before anything of its message is sent: an engine cuts what does not fit, and ends the
 * map over a message of the wrong size.
 */
import type { MessagePart as RawPart } from '../raw/bridge.js'
import { finiteNumber, text, wholeNumber } from '../raw/checks.js'
import { indexOfEntity } from '../raw/entity.js'
import { outOfRange, wrongType } from '../raw/errors.js'
import type { MessageValue } from './message-part.js'

type PartType = RawPart['type']

/** Limits of the whole numbers, and how many bytes of the message each kind takes. */
const kinds: Record<PartType, { readonly bytes: number; readonly low?: number; readonly high?: number }> = {
  byte: { bytes: 1, low: -128, high: 255 },
  char: { bytes: 1, low: -128, high: 255 },
  short: { bytes: 2, low: -32_768, high: 65_535 },
  long: { bytes: 4, low: -(2 ** 31), high: 2 ** 32 - 1 },
  angle: { bytes: 1 },
  coord: { bytes: 2 },
  string: { bytes: 1 },
  entity: { bytes: 2, low: 0, high: 32_767 },
}

const utf8 = new TextEncoder()

/** Tests a value of a part of the given kind. */
export function checkPart(type: PartType, value: unknown, place: string, what: string): RawPart {
  if (type === 'string') return { type, value: text(value, place, what) }
  return { type, value: checkNumber(type, value, place, what) }
}

function checkNumber(type: Exclude<PartType, 'string'>, value: unknown, place: string, what: string): number {
  if (type === 'entity' && typeof value !== 'number') return indexOfEntity(value, place, what)
  const { low, high } = kinds[type]
  if (low === undefined || high === undefined) return finiteNumber(value, place, what)
  const number = wholeNumber(value, low, high, place, what)
  return type === 'long' ? number | 0 : number
}

/** Whether a value is a whole part, kind and value, rather than a value alone. */
export const isPart = (given: unknown): given is readonly unknown[] => Array.isArray(given)

/** Tests a part as authors write it. */
export function checkWholePart(given: unknown, place: string, what: string): RawPart {
  if (!isPart(given) || given.length !== 2) throw wrongType(place, what, "a pair such as ['byte', 1]", given)
  const [type, value] = given
  if (typeof type !== 'string' || !Object.hasOwn(kinds, type)) {
    throw outOfRange(place, `the kind of ${what}`, `one of ${Object.keys(kinds).join(', ')}`, type)
  }
  return checkPart(type as PartType, value, place, `the ${type} of ${what}`)
}

/** Whether a part still has the value that the message came with, which no test applies to. */
export const isUnchanged = (raw: RawPart, value: MessageValue): boolean =>
  raw.value === value ||
  (raw.type === 'entity' && typeof value === 'object' && value.index === raw.value && value.isValid)

/** How many bytes of a message the parts take. */
function sizeOfParts(parts: readonly RawPart[]): number {
  return parts.reduce((sum, part) => {
    const text = part.type === 'string' ? utf8.encode(part.value).length : 0
    return sum + kinds[part.type].bytes + text
  }, 0)
}

/** What engines take: 192 bytes of a message of the game's or a plugin's, and 512 of one of their own. */
const most = { user: 192, engine: 512 }
const firstUserMessage = 60

/** Throws for parts that the engine would end the map over. */
export function checkSize(
  parts: readonly RawPart[],
  message: { readonly name: string; readonly id: number; readonly size: number },
  place: string,
): void {
  const bytes = sizeOfParts(parts)
  const limit = message.id >= firstUserMessage ? most.user : most.engine
  if (message.size >= 0 && bytes !== message.size) {
    throw new RangeError(
      `${place}: the parts of ${message.name} must be ${message.size} bytes, with which it was registered, got ${bytes}; compare their kinds with what the game writes`,
    )
  }
  if (bytes > limit) {
    throw new RangeError(
      `${place}: the parts of ${message.name} must be at most ${limit} bytes, got ${bytes}; shorten its texts, or send several`,
    )
  }
}
