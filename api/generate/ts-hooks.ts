/** `hooks.ts`: the functions that scripts may hook, with the event each listener is given. */
import type { FunctionRow, FunctionTable, Parameter } from '../schema.js'
import { tsBanner } from './c-text.js'
import { isAssignable, propertyType, resultType } from './ts-kinds.js'
import type { ViewNames } from './ts-kinds.js'
import { docComment, importsFor } from './ts-text.js'

export interface HookInterface {
  readonly name: string
  readonly doc: string
  readonly tables: readonly FunctionTable[]
}

function property(param: Parameter, views: ViewNames): string {
  return `${isAssignable(param) ? '' : 'readonly '}${param.name}: ${propertyType(param, views)}`
}

function hookText(table: FunctionTable, fn: FunctionRow, views: ViewNames): string {
  const properties = fn.params.map((param) => property(param, views))
  const event = properties.length === 0 ? 'object' : `{ ${properties.join('; ')} }`
  const paragraphs = [fn.doc, `@native ${table.cName}.${fn.cName}`]
  if (fn.obsolete !== undefined) paragraphs.push(`@deprecated ${fn.obsolete}`)
  return `${docComment(paragraphs, '  ')}  readonly ${fn.name}: Hook<${event}, ${resultType(fn.returns, views)}>\n`
}

function interfaceText({ name, doc, tables }: HookInterface, views: ViewNames): string {
  const hooks = tables.flatMap((table) => table.rows.map((fn) => hookText(table, fn, views)))
  return `${docComment([doc])}export interface ${name} {\n${hooks.join('\n')}}\n`
}

export function tsHooks(interfaces: readonly HookInterface[], views: ViewNames): string {
  const body = interfaces.map((item) => interfaceText(item, views)).join('\n')
  const sources = interfaces.flatMap(({ tables }) => tables.map(({ source }) => source)).join(', ')
  const imports = importsFor(body, {
    '../entity.js': ['Entity'],
    '../hook.js': ['Hook'],
    '../pointer.js': ['Pointer'],
    '../vec3.js': ['Vec3'],
    './structs.js': [...views.values()].sort(),
  })
  return `${tsBanner(sources)}${imports}\n${body}`
}
