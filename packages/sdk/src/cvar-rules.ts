/** What the text of a console variable may be, and what it means. Console variables are texts; rules make values of them. */
import { finiteNumber, text as checkedText } from './raw/checks.js'
import { outOfRange, wrongType } from './raw/errors.js'

/** The value that a variable of each type has in TypeScript. */
export interface CvarValues {
  /** Any finite number. */
  number: number
  /** A whole number. */
  integer: number
  /** At the console `1` or `0`; `on`, `off`, `yes`, `no`, `true` and `false` are understood and replaced. */
  boolean: boolean
  /** Any text. */
  text: string
}

/** The type of a console variable. */
export type CvarType = keyof CvarValues

/** What a console variable may hold. */
export type CvarValue = number | boolean | string

/** What a text at the console means under the rules. */
export interface Judgement {
  /** Null where the text means nothing of the type. */
  readonly value: CvarValue | null
  /** Whether the text may stay as it is. */
  readonly isGood: boolean
}

const types: readonly unknown[] = ['number', 'integer', 'boolean', 'text'] satisfies CvarType[]
const wordsOfTruth = new Map([
  ...['1', 'on', 'yes', 'true'].map((word) => [word, true] as const),
  ...['0', 'off', 'no', 'false'].map((word) => [word, false] as const),
])
const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i

/** The type and range of one variable. */
export class CvarRules {
  readonly type: CvarType
  readonly min: number
  readonly max: number

  /** @throws TypeError or RangeError for rules that nothing could follow. */
  constructor(type: CvarType, min: number | undefined, max: number | undefined, place: string) {
    if (!types.includes(type)) throw wrongType(place, 'type', 'number, integer, boolean or text', type)
    this.type = type
    this.min = min === undefined ? -Infinity : finiteNumber(min, place, 'min')
    this.max = max === undefined ? Infinity : finiteNumber(max, place, 'max')
    const hasRange = min !== undefined || max !== undefined
    if (hasRange && !this.isNumeric)
      throw wrongType(place, 'min and max', `left out for a ${type}`, min ?? max)
    if (this.min > this.max) throw outOfRange(place, 'max', `${this.min} (min) or more`, this.max)
    if (type === 'integer' && Math.ceil(this.min) > Math.floor(this.max))
      throw outOfRange(place, 'max', 'such that a whole number lies in the range', this.max)
  }

  get isNumeric(): boolean {
    return this.type === 'number' || this.type === 'integer'
  }

  /** What the variable must be, in words, such as `a whole number 0..10`. */
  get expected(): string {
    if (this.type === 'text') return 'a text'
    if (this.type === 'boolean') return '1 or 0'
    return `a ${this.type === 'integer' ? 'whole ' : ''}number${rangeText(this.min, this.max)}`
  }

  /** Takes a text that somebody set at the console for what it comes nearest to. */
  judge(text: string): Judgement {
    if (this.type === 'text') return { value: text, isGood: true }
    if (this.type === 'boolean') return judgeBoolean(text)
    const given = decimal.test(text) ? Number(text) : NaN
    if (!Number.isFinite(given)) return { value: null, isGood: false }
    const value = this.nearest(given)
    return { value, isGood: value === given }
  }

  /** Takes the number that C reads in a text for a value: 0 for "much", 12 for "12 monkeys", and no number for "nan". */
  ofNumber(number: number): CvarValue {
    if (this.type === 'boolean') return number !== 0
    return this.nearest(Number.isFinite(number) ? number : 0)
  }

  /** The nearest number that is allowed. */
  nearest(given: number): number {
    const isWhole = this.type === 'integer'
    const low = isWhole ? Math.ceil(this.min) : this.min
    const high = isWhole ? Math.floor(this.max) : this.max
    return Math.min(high, Math.max(low, isWhole ? Math.round(given) : given))
  }

  /**
   * The text that stands for a value a plugin sets.
   *
   * @throws TypeError or RangeError for one that the rules forbid.
   */
  textOf(value: unknown, place: string): string {
    const text = plainText(value, place)
    const judged = this.judge(text)
    if (judged.isGood) return text
    // What people may write at the console, such as "on", a plugin may set as well.
    if (this.type === 'boolean' && judged.value !== null) return plainText(judged.value, place)
    throw outOfRange(place, 'value', this.expected, value)
  }
}

/** A value as the console shows it. */
export function plainText(value: unknown, place: string): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return String(finiteNumber(value, place, 'value'))
  if (typeof value !== 'string') throw wrongType(place, 'value', 'a string, number or boolean', value)
  return checkedText(value, place, 'value')
}

/** The type of a variable whose author named none. */
export function typeOfDefault(value: unknown): CvarType {
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'boolean' : 'text'
}

/** A range as messages and usage lines show it, with a blank before it; empty for none. */
export function rangeText(min: number, max: number): string {
  if (min === -Infinity && max === Infinity) return ''
  return ` ${min === -Infinity ? '' : min}..${max === Infinity ? '' : max}`
}

function judgeBoolean(text: string): Judgement {
  const word = text.trim().toLowerCase()
  if (text === '1' || text === '0') return { value: text === '1', isGood: true }
  const known = wordsOfTruth.get(word)
  if (known !== undefined) return { value: known, isGood: false }
  // Any other number means true, as in C.
  return { value: decimal.test(text) ? Number(text) !== 0 : null, isGood: false }
}
