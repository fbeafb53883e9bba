/**
 * One case of the test of the dispatcher: which plugins there are, what their listeners do, and what happens. The script
 * side (real.ts) and the reference (expected.ts) carry out the same description.
 */
import fc from 'fast-check'

import type { Phase } from '../../src/reference/index.js'

export const phases: readonly Phase[] = ['pre', 'post']
export const slots = [1, 2, 3, 4, 5] as const
/** Functions in a case. */
export const functionCount = 2
export const deepestCall = 4
/** Listeners and real functions of a case that do something besides answering. */
export const mostPrograms = 30

/** Functions are the case's, listeners their plugin's, by number. */
export type Action =
  | { readonly op: 'call'; readonly function: number }
  | { readonly op: 'pause' | 'resume' | 'unload' | 'load'; readonly slot: number }
  | { readonly op: 'add' | 'remove'; readonly slot: number; readonly listener: number }

/** What a listener returns; `rejected` and `async` are promises, `wrong` is a value that is none, `stray` no answer. */
export type AnswerKind =
  'nothing' | 'handled' | 'override' | 'supercede' | 'throw' | 'async' | 'rejected' | 'wrong' | 'stray'

export interface ListenerCase {
  readonly function: number
  readonly phase: Phase
  readonly startsOn: boolean
  readonly answer: AnswerKind
  /** A place in the function's list of values. */
  readonly value: number
  readonly actions: readonly Action[]
}

/** A native plugin has one hook a function and phase, the first that is listed, and only answers. */
export interface PluginCase {
  readonly isScript: boolean
  readonly start: 'running' | 'paused' | 'unloaded'
  readonly listeners: readonly ListenerCase[]
}

export interface RealCase {
  readonly value: number
  readonly actions: readonly Action[]
}

export interface Case {
  /** Places in the list of functions. */
  readonly functions: readonly number[]
  readonly real: readonly RealCase[]
  /** Of the slots 1, 2 ... */
  readonly plugins: readonly PluginCase[]
  readonly steps: readonly Action[]
}

/** Objects as everybody writes them, so that a case is printed plainly. */
const record = <Shape extends object>(shape: {
  [Key in keyof Shape]: fc.Arbitrary<Shape[Key]>
}): fc.Arbitrary<Shape> => fc.record(shape, { noNullPrototype: true }) as fc.Arbitrary<Shape>

const slot = fc.constantFrom(...slots)
const functionNumber = fc.constantFrom(0, 0, 0, functionCount - 1)
const mostListeners = 5
const value = fc.nat({ max: 3 })

const call = record({ op: fc.constant('call' as const), function: functionNumber })
const change = record({ op: fc.constantFrom('pause', 'resume', 'unload', 'load'), slot })
const listenerNumber = fc.nat({ max: mostListeners - 1 })
const removal = record({ op: fc.constant('remove' as const), slot, listener: listenerNumber })
const addition = record({ op: fc.constant('add' as const), slot, listener: listenerNumber })

const action = fc.oneof(
  { weight: 3, arbitrary: call },
  { weight: 3, arbitrary: change },
  { weight: 2, arbitrary: removal },
  { weight: 8, arbitrary: addition },
)

/**
 * With native plugins, listeners are added between the calls only: the dispatcher cannot tell for certain whether a call
 * that came through a native plugin first is the one in which a listener was added (dispatch-late.ts).
 */
const actionBesideNatives = fc.oneof(
  { weight: 3, arbitrary: call },
  { weight: 3, arbitrary: change },
  { weight: 2, arbitrary: removal },
)

const answer = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<AnswerKind>('nothing', 'handled', 'override', 'supercede') },
  { weight: 2, arbitrary: fc.constantFrom<AnswerKind>('throw', 'async', 'rejected', 'wrong', 'stray') },
)

const casesWith = (listed: number, isScript: fc.Arbitrary<boolean>, inside: fc.Arbitrary<Action>) => {
  const actions = fc.oneof(fc.constant<Action[]>([]), fc.array(inside, { maxLength: 3 }))
  const listener = record<ListenerCase>({
    function: functionNumber,
    phase: fc.constantFrom<Phase>('pre', 'pre', 'pre', 'post'),
    startsOn: fc.constantFrom(true, true, false),
    answer,
    value,
    actions,
  })
  const plugin = record<PluginCase>({
    isScript,
    start: fc.constantFrom('running', 'running', 'paused', 'unloaded'),
    listeners: fc.array(listener, { maxLength: mostListeners }),
  })
  return record<Case>({
    functions: fc.uniqueArray(fc.nat({ max: listed - 1 }), {
      minLength: functionCount,
      maxLength: functionCount,
    }),
    real: fc.array(record({ value, actions }), { minLength: functionCount, maxLength: functionCount }),
    plugins: fc.array(plugin, { minLength: 2, maxLength: slots.length }),
    steps: fc
      .array(action, { maxLength: 5 })
      .map((some): Action[] => [{ op: 'call', function: 0 }, ...some, { op: 'call', function: 0 }]),
  })
}

/** @param listed - How many functions there are to choose from. */
export const cases = (listed: number): fc.Arbitrary<Case> =>
  fc.oneof(
    { weight: 2, arbitrary: casesWith(listed, fc.constant(true), action) },
    { weight: 1, arbitrary: casesWith(listed, fc.constantFrom(true, false), actionBesideNatives) },
  )
