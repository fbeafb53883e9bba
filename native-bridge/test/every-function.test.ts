/**
 * Every function of the three tables, over the pattern engine: each is hooked before and after, answered for, and called,
 * and each value is compared with what the other side says it was.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallTarget, NativePointer, ReferenceArgument } from '../../packages/sdk/src/raw/bridge.js'
import { FrameValue } from '../../packages/sdk/src/raw/bridge.js'
import { FrameFlag, FrameOffset, frameSize } from '../../packages/sdk/src/raw/frame.js'
import { rows } from '../../packages/sdk/src/raw/generated/rows.js'
import type { ParamRow, Row, ValueRow } from '../../packages/sdk/src/raw/generated/rows.js'
import { bridge, hooking, probe, startServer, stopServer, structIn, words } from './pattern/host.js'
import type { Described, Invocation } from './pattern/host.js'
import { expectValue, isReference, placeOf, referencePattern, writePattern } from './pattern/values.js'

const Phase = { Pre: 0, Post: 1 } as const
const Answer = { Override: 3, Supercede: 4 } as const

beforeAll(() => {
  startServer()
})
afterAll(() => {
  stopServer()
})

const word = (base: number, offset: number): number => words[(base + offset) >> 2] ?? 0

/** Patterned arguments are the same at every call, so a call without hooks tells what one with hooks will see. */
const expectedOf = (row: Row): Invocation => probe.invoke(row.id)

function expectParameters(row: Row, base: number, described: readonly Described[]): void {
  row.params.forEach((param, i) => {
    // Before the function ran nobody knows what the places hold where it will leave its pointers.
    const isEmptyPlace =
      row.name === 'setupVisibility' &&
      param.kind === 'pointer' &&
      word(base, FrameOffset.phase) === Phase.Pre
    expectValue(param, placeOf(param, i, base), isEmptyPlace ? null : (described[i] ?? null))
  })
}

function answer(base: number, result: number): void {
  words[(base + FrameOffset.metaResult) >> 2] = result
  words[(base + FrameOffset.lastMetaResult) >> 2] = result
}

/** What a hook may write to. */
const isOutput = (row: ValueRow): boolean =>
  row.kind !== 'cstrOut' &&
  (row.kind.endsWith('Out') || row.kind === 'outText' || (row.kind === 'struct' && row.mode !== 'in'))
const isInput = (row: ValueRow): boolean =>
  row.kind === 'struct'
    ? row.mode !== 'out'
    : row.kind.endsWith('InOut') || !(isOutput(row) || row.kind === 'cstrOut')

const resultAt = (base: number, which: number, offset: number) => ({ base, which, at: base + offset })

describe.each(rows)('$cName of $table', (row) => {
  test('shows its hooks what it was called with, what it left and what it returned', () => {
    const expected = expectedOf(row)
    const before = (base: number): void => {
      expect(word(base, FrameOffset.flags)).toBe(0)
      expectParameters(row, base, expected.before)
    }
    const after = (base: number): void => {
      expectParameters(row, base, expected.after)
      if (row.returns.kind === 'void') return
      expect(word(base, FrameOffset.flags)).toBe(FrameFlag.original)
      expectValue(
        row.returns,
        resultAt(base, FrameValue.original, FrameOffset.original),
        probe.returned(row.id),
      )
    }
    const caller = hooking(row.id, Phase.Pre, before, () =>
      hooking(row.id, Phase.Post, after, () => probe.invoke(row.id)),
    )
    expect(caller.after).toEqual(expected.after)
    expect(caller.result).toEqual(probe.returned(row.id))
    expect(probe.received(row.id)).toEqual(expected.before)
  })

  test('is not called when a pre hook supercedes it', () => {
    expectedOf(row)
    probe.received(row.id)
    hooking(
      row.id,
      Phase.Pre,
      (base) => answer(base, Answer.Supercede),
      () => probe.invoke(row.id),
    )
    expect(probe.received(row.id)).toBeNull()
  })
})

/** Answers with a value of ours; a pointer must be one that C gave us. */
function answerWith(row: Row, base: number, result: number, pointer: NativePointer | null): Described {
  answer(base, result)
  const { kind } = row.returns
  if (kind === 'pointer') bridge.setFramePointer(base, FrameValue.result, pointer)
  if (kind === 'pointer') return 'the pointer'
  if (kind === 'cstr') bridge.setFrameText(base, FrameValue.result, `answer ${row.id} ж`)
  if (kind === 'cstr') return `answer ${row.id} ж`
  return writePattern(row.returns, resultAt(base, FrameValue.result, FrameOffset.result), row.id + 1, null)
}

describe.each(rows.filter((row) => row.returns.kind !== 'void'))('the result of $cName of $table', (row) => {
  test.each([
    { phase: Phase.Pre, result: Answer.Supercede, how: 'superceded before' },
    { phase: Phase.Pre, result: Answer.Override, how: 'overridden before' },
    { phase: Phase.Post, result: Answer.Override, how: 'overridden after' },
  ])('is the one that a hook $how the call', ({ phase, result }) => {
    // An earlier result of the real function is a pointer that differs from the one it returns next.
    const pointer =
      row.returns.kind === 'pointer' ? (callWithOurs(row, 'real').answer as NativePointer) : null
    const earlier = probe.returned(row.id)
    let given: Described = null
    const caller = hooking(
      row.id,
      phase,
      (base) => (given = answerWith(row, base, result, pointer)),
      () => probe.invoke(row.id),
    )
    expect(caller.result).toEqual(row.returns.kind === 'pointer' ? earlier : given)
  })
})

describe.each(rows.filter((row) => row.params.some(isOutput)))('the outputs of $cName of $table', (row) => {
  test('are what a post hook writes', () => {
    const expected = [...expectedOf(row).after]
    const write = (base: number): void => {
      row.params.forEach((param, i) => {
        if (!isOutput(param)) return
        expected[i] = writePattern(param, placeOf(param, i, base), row.id + i, expected[i] ?? null)
        words[(base + FrameOffset.dirty) >> 2] = word(base, FrameOffset.dirty) | (1 << i)
      })
    }
    const caller = hooking(row.id, Phase.Post, write, () => probe.invoke(row.id))
    expect(caller.after).toEqual(expected)
  })
})

interface OwnCall {
  readonly answer: ReturnType<ReturnType<typeof bridge.bind>>
  /** What C should say it received; null for outputs, whose contents before the call mean nothing. */
  readonly given: (Described | null)[]
}

/** Pointers and mapped structs are C's to give; a function that wants one is called from a hook of its own. */
const needsHook = (row: Row): boolean =>
  row.params.some((param) => param.kind === 'pointer' || param.kind === 'mapped')

function callWithOurs(row: Row, target: CallTarget): OwnCall {
  // What a post hook finds, which is where pointers are taken from.
  const like = expectedOf(row).after
  if (!needsHook(row)) return callAt(row, target, 0, null, like)
  const calls: OwnCall[] = []
  const fromHook = (base: number): void => {
    // The frame of a hooked call, which comes back here, does not begin at 0.
    if (base === 0) calls.push(callAt(row, target, frameSize(row, bridge.wordSize), base, like))
  }
  hooking(row.id, Phase.Post, fromHook, () => probe.invoke(row.id))
  const [call] = calls
  if (call === undefined) throw new Error('no call was made')
  return call
}

/** Calls with a frame of ours at `top`; `hook` is the frame of the hook we are in, which lends us its pointers. */
function callAt(row: Row, target: CallTarget, top: number, hook: number | null, like: Described[]): OwnCall {
  const call = bridge.bind(row.id, target)
  const references: ReferenceArgument[] = []
  const given = row.params.map((param, i): Described => {
    if (!isInput(param)) return null
    if (!isReference(param)) return writeInput(param, i, top, hook, like[i] ?? null)
    const lent = hook !== null && param.kind === 'pointer' ? bridge.framePointer(hook, i) : null
    const { argument, described } = referencePattern(param, row.id + i, lent, like[i] ?? null)
    references.push(argument)
    return described
  })
  return { answer: call(...references), given }
}

function writeInput(
  param: ParamRow,
  index: number,
  top: number,
  hook: number | null,
  like: Described,
): Described {
  const place = placeOf(param, index, top)
  // The number after a block of bytes is its length: one item, as four bytes are described.
  if (param.name === 'length') return (words[place.at >> 2] = 1)
  // A type is an enum in C, which can hold few values.
  if (param.name === 'type') return (words[place.at >> 2] = 1)
  if (param.kind !== 'mapped') return writePattern(param, place, 40 + index, like)
  words[place.at >> 2] = hook === null ? -1 : word(hook, param.at)
  return like
}

/** What C received, with what the caller could not give taken out. */
function expectReceived(row: Row, given: OwnCall['given']): void {
  const received = probe.received(row.id)
  row.params.forEach((param, i) => {
    const described = received?.[i] ?? null
    if (!isInput(param)) return
    if (param.kind === 'struct') expect(structIn(described).bytes).toBe(structIn(given[i]).bytes)
    else expect(described).toEqual(given[i])
  })
}

function expectOutputs(row: Row, top: number): void {
  const left = probe.left(row.id)
  row.params.forEach((param, i) => {
    if (isOutput(param) || param.kind === 'cstrOut')
      expectValue(param, placeOf(param, i, top), left[i] ?? null)
  })
}

function expectAnswer(row: Row, { answer }: OwnCall, top: number): void {
  const { returns } = row
  if (returns.kind === 'void') expect(answer).toBeUndefined()
  else if (returns.kind === 'pointer') expect(answer).toHaveProperty('type', returns.pointer)
  else if (returns.kind === 'cstr') expect(answer).toBe(probe.returned(row.id))
  else expectValue(returns, resultAt(top, FrameValue.result, FrameOffset.result), probe.returned(row.id))
}

/** Functions that must not be called from a row; the SDK says why and does it another way. */
const isRefused = (row: Row): boolean =>
  row.params.some(
    (param) => param.kind === 'callback' || param.struct === 'cvar_t' || param.pointer === 'fileBuffer',
  )

describe.each(rows.filter((row) => !isRefused(row)))('called from TypeScript, $cName of $table', (row) => {
  test.each(['real', 'hooked'] as const)('receives our values and answers with its own (%s)', (target) => {
    const call = callWithOurs(row, target)
    const top = needsHook(row) ? frameSize(row, bridge.wordSize) : 0
    expectReceived(row, call.given)
    expectOutputs(row, top)
    expectAnswer(row, call, top)
  })
})

test.each(rows.filter(isRefused))(
  '$cName cannot be bound, because C would keep or free what it is given',
  (row) => {
    expect(() => bridge.bind(row.id, 'real')).toThrow(`${row.cName}: cannot be called from JavaScript`)
  },
)
