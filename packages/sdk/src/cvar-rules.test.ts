import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { CvarRules, plainText } from './cvar-rules.js'
import type { CvarType } from './cvar-rules.js'

const bound = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined })
const numeric = fc
  .tuple(fc.constantFrom<CvarType>('number', 'integer'), bound, bound)
  .filter(([type, min = -Infinity, max = Infinity]) =>
    type === 'integer' ? Math.ceil(min) <= Math.floor(max) : min <= max,
  )
  .map(([type, min, max]) => new CvarRules(type, min, max, 'test'))
const plain = fc
  .constantFrom<CvarType>('boolean', 'text')
  .map((type) => new CvarRules(type, undefined, undefined, 'test'))
const rules = fc.oneof(numeric, plain)

/** What people type, and what numbers look like. */
const typed = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom('on', ' OFF ', '1e400', '-0', '.5', '5.', '+7', '0x10', 'nan', 'Infinity', ''),
)

function isRight({ type, min, max }: CvarRules, value: unknown): boolean {
  if (type === 'text') return typeof value === 'string'
  if (type === 'boolean') return typeof value === 'boolean'
  const isInRange = typeof value === 'number' && value >= min && value <= max
  return isInRange && Number.isFinite(value) && (type === 'number' || Number.isInteger(value))
}

describe('whatever is typed', () => {
  test('means nothing, or a value of the type and in the range', () => {
    fc.assert(
      fc.property(rules, typed, (rule, text) => {
        const { value, isGood } = rule.judge(text)
        if (isGood) expect(value).not.toBeNull()
        if (value !== null) expect(isRight(rule, value)).toBe(true)
      }),
    )
  })

  test('is a good text once it was set back, so that it is not set back again', () => {
    fc.assert(
      fc.property(rules, typed, (rule, text) => {
        const { value } = rule.judge(text)
        if (value === null) return
        const kept = rule.judge(plainText(value, 'test'))
        expect(kept.isGood).toBe(true)
        // 0 and -0 are one number to an engine.
        expect(kept.value === value).toBe(true)
      }),
    )
  })
})

test('a number that a plugin may set is read back as it was, and any other is refused', () => {
  fc.assert(
    fc.property(numeric, fc.oneof(fc.double(), fc.integer()), (rule, value) => {
      if (isRight(rule, value)) expect(rule.judge(rule.textOf(value, 'test')).value === value).toBe(true)
      else expect(() => rule.textOf(value, 'test')).toThrow(RangeError)
    }),
  )
})
