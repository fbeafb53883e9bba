/**
 * One case of the differential test: what plugins there are, what their hooks do, and what happens. Both sides carry out
 * the same description: the core in C++ (cases.h, where the limits stand again) and the reference (reference.ts).
 */
import fc from 'fast-check'

import type { Phase } from '../../../packages/loader/src/reference/index.js'

export const slots = [1, 2, 3, 4, 5, 6] as const
export const phases: readonly Phase[] = ['pre', 'post']
/** Functions in a case. */
export const functionCount = 3
export const mostPrograms = 40
export const deepestCall = 4
/** No value, or the default of a function. */
export const noValue = -1

/** A step, or what a program does before it answers. Functions are the case's, by number. */
export type Action =
  | { readonly op: 'call'; readonly function: number }
  | { readonly op: 'pause' | 'resume' | 'unload' | 'load'; readonly slot: number }
  | {
      readonly op: 'hookOn' | 'hookOff'
      readonly slot: number
      readonly function: number
      readonly phase: Phase
    }
  | { readonly op: 'frame' }

export interface Program {
  /** What the hook leaves as its result; natives may leave any number. */
  readonly answer: number
  readonly value: number
  readonly actions: readonly Action[]
}

export interface HookProgram extends Program {
  readonly function: number
  readonly phase: Phase
  readonly startsOn: boolean
}

export interface PluginCase {
  readonly isScript: boolean
  readonly startsLoaded: boolean
  readonly hooks: readonly HookProgram[]
}

export interface Case {
  /** Places in the driver's list of functions. */
  readonly functions: readonly number[]
  readonly real: readonly Program[]
  /** Of the slots 1, 2 ... */
  readonly plugins: readonly PluginCase[]
  readonly steps: readonly Action[]
}

/** Objects as everybody writes them, so that a case is printed plainly. */
const record = <Shape extends object>(shape: {
  [Key in keyof Shape]: fc.Arbitrary<Shape[Key]>
}): fc.Arbitrary<Shape> => fc.record(shape, { noNullPrototype: true }) as fc.Arbitrary<Shape>

const slot = fc.constantFrom(...slots)
const phase = fc.constantFrom(...phases)
const functionNumber = fc.nat({ max: functionCount - 1 })
const value = fc.nat({ max: 7 })

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: record({ op: fc.constant('call' as const), function: functionNumber }) },
  {
    weight: 5,
    arbitrary: record({ op: fc.constantFrom('pause', 'resume', 'unload', 'load'), slot }),
  },
  {
    weight: 4,
    arbitrary: record({
      op: fc.constantFrom('hookOn', 'hookOff'),
      slot,
      function: functionNumber,
      phase,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ op: 'frame' as const }) },
)

const actions = fc.array(action, { maxLength: 3 })

/** Mostly proper answers; 0 is a plugin that forgot, the others are numbers that no plugin should leave. */
const answer = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(1, 2, 3, 4) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0, 5, -1, 0x7fffffff) },
)

const hook = record({
  function: functionNumber,
  phase,
  startsOn: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  answer,
  value,
  actions: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: actions }),
})

const plugin = record({
  isScript: fc.boolean(),
  startsLoaded: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  hooks: fc.uniqueArray(hook, {
    maxLength: 4,
    selector: (it) => it.function * 2 + phases.indexOf(it.phase),
  }),
})

const real = record({
  answer: fc.constant(0),
  value,
  actions: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: actions }),
})

const none: PluginCase = { isScript: false, startsLoaded: false, hooks: [] }

export const cases = (listed: number): fc.Arbitrary<Case> =>
  record<Case>({
    functions: fc.uniqueArray(fc.nat({ max: listed - 1 }), {
      minLength: functionCount,
      maxLength: functionCount,
    }),
    real: fc.array(real, { minLength: functionCount, maxLength: functionCount }),
    plugins: fc
      .array(plugin, { maxLength: slots.length })
      .map((some) => [...some, ...slots.slice(some.length).map(() => none)]),
    steps: fc.array(action, { maxLength: 6 }).map((some): Action[] => [{ op: 'call', function: 0 }, ...some]),
  })
