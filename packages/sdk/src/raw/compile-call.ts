/**
 * Makes the functions through which JavaScript calls C: for each callable function one, which checks what it is given, puts
 * it into the scratch frame, and reads the answers from it. See `compile.ts` for why they are compiled at start.
 *
 * What the callee answers through pointers is not asked for but returned: alone as it is, together as an object.
 */
import type { CallTarget } from './bridge.js'
import { checkFunctions } from './check-functions.js'
import { codecOf, isInput, isOutput } from './codec.js'
import { compile } from './compile.js'
import type { Value } from './codec.js'
import { FrameOffset } from './frame.js'
import { FrameValue } from './bridge.js'
import type { Row } from './generated/rows.js'
import type { Runtime } from './runtime.js'

/** A compiled call. Its real signature is that of the row, which `generated/calls.ts` states. */
export type CompiledCall = (...given: unknown[]) => unknown

export function compileCall(runtime: Runtime, row: Row, target: CallTarget): CompiledCall {
  const { scratch } = runtime
  const structs = runtime.structParameters(row)
  const scope = { rt: runtime, s: scratch, check: checkFunctions, structs, target }
  const source = sources.get(row) ?? callSource(row)
  sources.set(row, source)
  return compile(source, scope) as CompiledCall
}

// A test starts many servers, and each has calls of both targets.
const sources = new WeakMap<Row, string>()

function callSource(row: Row): string {
  const values = row.params.map((param, index): Value => ({
    row: param,
    name: param.name,
    which: index,
    at: `b + ${param.at}`,
  }))
  const inputs = values.filter((value) => isInput(value.row))
  const writes = inputs
    .filter(isWord)
    .map((value) => `  ${codecOf(value.row).write?.(value, given(value)) ?? ''}`)
  const references = inputs.flatMap((value) => codecOf(value.row).reference?.(value, given(value)) ?? [])
  return `const place = ${JSON.stringify(row.name)}
let native
return function ${row.name}(${inputs.map(given).join(', ')}) {
  const b = rt.callBase(place)
${needsMap(row) ? '  rt.engine.require(place)' : ''}
${writes.join('\n')}
  native ??= rt.bridge.bind(${row.id}, target)
  const answer = native(${references.join(', ')})
  return ${resultSource(row, values)}
}`
}

/** Before its first map an engine has neither entities nor a world, and finds that out by a crash. */
function needsMap(row: Row): boolean {
  const takesEntities = [...row.params, row.returns].some(
    ({ kind }) => kind === 'edict' || kind === 'entvars',
  )
  return takesEntities || row.needsMap === true
}

/** Parameters have numbers in the text, so that no name of a row can be a reserved word. */
const given = (value: Value): string => `given${value.which}`

const isWord = (value: Value): boolean => codecOf(value.row).reference === undefined

function resultSource(row: Row, values: readonly Value[]): string {
  const outputs = values
    .filter((value) => isOutput(value.row))
    .map((value) => ({ name: value.name, source: readOutput(value) }))
  if (row.returns.kind !== 'void') outputs.unshift({ name: 'result', source: readResult(row) })
  const [only] = outputs
  if (only === undefined) return 'undefined'
  if (outputs.length === 1) return only.source
  return `{ ${outputs.map(({ name, source }) => `${name}: ${source}`).join(', ')} }`
}

function readOutput(value: Value): string {
  const codec = codecOf(value.row)
  return codec.copy?.(value) ?? codec.read(value)
}

function readResult(row: Row): string {
  const { kind } = row.returns
  if (kind === 'cstr') return `answer ?? ''`
  if (kind === 'pointer') return 'answer ?? null'
  const value: Value = {
    row: row.returns,
    name: 'result',
    which: FrameValue.result,
    at: `b + ${FrameOffset.result}`,
  }
  return codecOf(row.returns).read(value)
}
