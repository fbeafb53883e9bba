/** `calls.ts`: the functions that scripts may call, as authors see them. */
import type { FunctionRow, FunctionTable } from '../schema.js'
import { tsBanner } from './c-text.js'
import { argumentType, isInput, isOutput, outputType, resultType } from './ts-kinds.js'
import type { ViewNames } from './ts-kinds.js'
import { docComment, importsFor } from './ts-text.js'

/** Nothing, one plain value, or an object of several: `result` and the outputs by name. */
function answerType(fn: FunctionRow, views: ViewNames): string {
  const outputs = fn.params.filter(isOutput)
  const result = resultType(fn.returns, views)
  const [only] = outputs
  if (only === undefined) return result
  const isVoid = fn.returns.kind === 'void'
  if (isVoid && outputs.length === 1) return outputType(only, views)
  const members = outputs.map((param) => `readonly ${param.name}: ${outputType(param, views)}`)
  return `{ ${[...(isVoid ? [] : [`readonly result: ${result}`]), ...members].join('; ')} }`
}

function callText(table: FunctionTable, fn: FunctionRow, views: ViewNames): string {
  const params = fn.params.filter(isInput).map((param) => `${param.name}: ${argumentType(param, views)}`)
  const paragraphs = [fn.doc, `@native ${table.cName}.${fn.cName}`]
  if (fn.obsolete !== undefined) paragraphs.push(`@deprecated ${fn.obsolete}`)
  return `${docComment(paragraphs, '  ')}  ${fn.name}(${params.join(', ')}): ${answerType(fn, views)}\n`
}

export interface CallInterface {
  readonly name: string
  readonly doc: string
  readonly tables: readonly FunctionTable[]
}

function interfaceText({ name, doc, tables }: CallInterface, views: ViewNames): string {
  const calls = tables.flatMap((table) =>
    table.rows
      .filter((fn) => fn.notCallable === undefined && fn.handwritten === undefined)
      .map((fn) => callText(table, fn, views)),
  )
  return `${docComment([doc])}export interface ${name} {\n${calls.join('\n')}}\n`
}

export function tsCalls(interfaces: readonly CallInterface[], views: ViewNames): string {
  const body = interfaces.map((item) => interfaceText(item, views)).join('\n')
  const sources = interfaces.flatMap(({ tables }) => tables.map(({ source }) => source)).join(', ')
  const imports = importsFor(body, {
    '../entity.js': ['Entity'],
    '../pointer.js': ['Pointer'],
    '../vec3.js': ['Vec3'],
    './structs.js': [...views.values()].sort(),
  })
  return `${tsBanner(sources)}${imports}\n${body}`
}
