import fc from 'fast-check'
import { expect, test } from 'vitest'

import { TimerHeap } from './timer-heap.js'
import type { Timer } from './timer-heap.js'

const timer = (due: number, order: number): Timer => ({
  ...{ due, order, at: -1, isActive: true },
  ...{ callback: () => undefined, interval: null, untilMapEnd: false },
})

const byTime = (a: Timer, b: Timer): number => a.due - b.due || a.order - b.order

/** Puts one in that is due then, takes one of those in it out, or takes the first one out. */
const steps = fc.array(
  fc.oneof(
    fc.record({ due: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ remove: fc.nat(20) }),
    fc.constant('first' as const),
  ),
  { maxLength: 200 },
)

test('whatever is put in and taken out, the first is the one that is due next', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const heap = new TimerHeap()
      let inside: Timer[] = []
      for (const [order, step] of all.entries()) {
        const added = typeof step === 'object' && 'due' in step ? timer(step.due, order) : undefined
        const removed =
          step === 'first' ? heap.first : 'remove' in step ? inside[step.remove % inside.length] : undefined
        if (added !== undefined) heap.add(added)
        if (removed !== undefined) heap.remove(removed)
        // Twice is no different.
        if (removed !== undefined) heap.remove(removed)
        inside = [...inside, ...(added === undefined ? [] : [added])].filter((each) => each !== removed)
        expect(heap.first).toBe([...inside].sort(byTime)[0])
        expect(heap.size).toBe(inside.length)
        expect(new Set(heap.all)).toEqual(new Set(inside))
      }
    }),
  )
})
