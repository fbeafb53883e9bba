import { describe, expect, test } from 'vitest'

import { TimeLimitError, withTimeLimit } from './time-limit.js'

const forever = (): never => {
  for (;;);
}

test('a call that ends in time gives its result, or throws what it threw', () => {
  expect(withTimeLimit(1000, () => 5)).toBe(5)
  expect(() => withTimeLimit(1000, () => JSON.parse('{') as unknown)).toThrow(SyntaxError)
})

test('a call that loops forever is stopped, and says after how long', () => {
  expect(() => withTimeLimit(20, forever)).toThrow('did not come to an end within 20 ms and was stopped')
})

describe('a call inside of another', () => {
  test('may run out of time by itself', () => {
    const outer = (): string => {
      try {
        return withTimeLimit(20, forever)
      } catch (error) {
        return error instanceof TimeLimitError ? 'went on' : 'failed'
      }
    }
    expect(withTimeLimit(5000, outer)).toBe('went on')
  })

  test('ends with the outer one', () => {
    expect(() => withTimeLimit(20, () => withTimeLimit(5000, forever))).toThrow(/within 20 ms/)
  })
})

test('0 is no limit', () => {
  const until = performance.now() + 30
  const busy = (): number => {
    while (performance.now() < until);
    return 1
  }
  expect(withTimeLimit(0, busy)).toBe(1)
})
