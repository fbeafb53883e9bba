/**
 * Makes the classes of events: for each hookable function one class, with a property for each parameter, over the scratch
 * frame in which the call came. See `compile.ts` for why they are compiled at start.
 *
 * An event is read lazily, because most listeners look at one or two parameters. It lives as long as its frame: the frame
 * carries a serial number that no other frame has and that becomes 0 when the hook returns, so every access can tell.
 */
import { checkFunctions } from './check-functions.js'
import { codecOf, isWritable } from './codec.js'
import { compile } from './compile.js'
import type { Codec, Value } from './codec.js'
import { expired } from './errors.js'
import { FrameFlag, FrameOffset } from './frame.js'
import { FrameValue } from './bridge.js'
import type { Row } from './generated/rows.js'
import type { Runtime } from './runtime.js'

/** The part of an event that the dispatcher uses. */
export interface EventObject {
  /** The value of the last listener of this frame that overrode or superceded; undefined while none did. */
  $given: unknown
}

export interface CompiledEvent {
  readonly Event: new (base: number) => EventObject
  /** Checks the value of an answer and puts it into the frame. */
  answer(base: number, value: unknown): void
  /** Checks the value of a writable parameter and puts it into the frame. */
  assign(base: number, name: string, value: unknown): void
}

export function compileEvent(runtime: Runtime, row: Row): CompiledEvent {
  const { scratch } = runtime
  const structs = runtime.structParameters(row)
  const scope = { rt: runtime, s: scratch, check: checkFunctions, structs, expired }
  return compile(eventSource(row), scope) as CompiledEvent
}

const frameWord = (offset: number): string => `s.i32[(b + ${offset}) >> 2]`
const alive = `const b = this.$base
    if (${frameWord(FrameOffset.serial)} !== this.$serial) expired(place)`

function eventSource(row: Row): string {
  const values = row.params.map((param, index): Value => ({
    row: param,
    name: param.name,
    which: index,
    at: `b + ${param.at}`,
  }))
  return `const place = ${JSON.stringify(row.name)}
class ${row.name}Event {
  constructor(b) {
    this.$base = b
    this.$serial = ${frameWord(FrameOffset.serial)}
    this.$given = undefined
${values
  .filter((value) => codecOf(value.row).isKept)
  .map((value) => `    this.$${value.which} = undefined`)
  .join('\n')}
  }
${values.map(accessorSource).join('\n')}
${stateSource(row)}
}
return {
  Event: ${row.name}Event,
  answer(b, value) {
    ${answerSource(row)}
  },
  assign(b, name, value) {
    new ${row.name}Event(b)[name] = value
  },
}`
}

function accessorSource(value: Value): string {
  const codec = codecOf(value.row)
  const read = codec.isKept
    ? `this.$${value.which} === undefined ? this.$${value.which} = ${codec.read(value)} : this.$${value.which}`
    : codec.read(value)
  const getter = `  get ${value.name}() {
    ${alive}
    return ${read}
  }`
  return isWritable(value.row) && codec.write !== undefined
    ? `${getter}\n${setterSource(value, codec.write)}`
    : getter
}

function setterSource(value: Value, write: NonNullable<Codec['write']>): string {
  return `  set ${value.name}(value) {
    ${alive}
    ${write(value, 'value')}
    ${frameWord(FrameOffset.dirty)} |= ${1 << value.which}
  }`
}

/** What every event tells besides its parameters; see HookEvent. */
function stateSource(row: Row): string {
  const resultAt = (which: number, offset: number): string =>
    codecOf(row.returns).read({ row: row.returns, name: 'result', which, at: `b + ${offset}` })
  // As C has it, so that it is the same to a neighbour and to a plugin that is asked later: a float is rounded, say.
  const given = codecOf(row.returns).isKept ? 'this.$given' : resultAt(FrameValue.result, FrameOffset.result)
  return `  get status() {
    ${alive}
    return ${frameWord(FrameOffset.status)}
  }
  get previous() {
    ${alive}
    return ${frameWord(FrameOffset.previous)}
  }
  get original() {
    ${alive}
    if ((${frameWord(FrameOffset.flags)} & ${FrameFlag.original}) === 0) return null
    return ${resultAt(FrameValue.original, FrameOffset.original)}
  }
  get overriding() {
    ${alive}
    if (this.$given !== undefined) return ${given}
    if ((${frameWord(FrameOffset.flags)} & ${FrameFlag.override}) === 0) return null
    return ${resultAt(FrameValue.override, FrameOffset.override)}
  }`
}

/** An entity or pointer may always be answered with null; where C does not expect it, it is the plugin's to know. */
function answerSource(row: Row): string {
  if (row.returns.kind === 'void') return `check.noValue(value, place)`
  const result: Value = {
    row: { ...row.returns, isNullable: true },
    name: 'the answer',
    which: FrameValue.result,
    at: `b + ${FrameOffset.result}`,
  }
  return codecOf(row.returns).write?.(result, 'value') ?? ''
}
