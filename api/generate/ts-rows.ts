/** `rows.ts`: one line a function, from which the SDK compiles events and calls when it starts. */
import { plainKinds, pointerTypes } from '../schema.js'
import type { FunctionRow, FunctionTable, Kind } from '../schema.js'
import { tsBanner } from './c-text.js'
import { frameOffsets } from './frame.js'
import type { Layouts } from './layout.js'
import { objectText, union } from './ts-text.js'

export type TableName = 'engine' | 'gamedll' | 'newdll'

const kinds = [...Object.keys(plainKinds), 'cstr', 'outText', 'struct', 'mapped', 'pointer', 'callback']

const types = `
export type Kind =${union(kinds)}

export type PointerType =${union(Object.keys(pointerTypes))}

/** How one value travels; the words beside \`kind\` are there for the kinds that need them. */
export interface ValueRow {
  readonly kind: Kind
  readonly isNullable?: true
  /** An entity result for which the world means none. */
  readonly worldMeansNull?: true
  /** Of a text: how long the callee keeps it. */
  readonly life?: 'call' | 'map' | 'process'
  /** Of a text that the callee writes: its size in bytes. */
  readonly size?: number
  /** Of a struct: its C name, and how many lie in a row. */
  readonly struct?: string
  readonly count?: number
  readonly mode?: 'in' | 'out' | 'inout'
  readonly pointer?: PointerType
}

export interface ParamRow extends ValueRow {
  readonly name: string
  /** Bytes from the start of the frame; 0 for what travels beside it. */
  readonly at: number
}

export interface Row {
  readonly id: number
  readonly table: 'engine' | 'gamedll' | 'newdll'
  readonly name: string
  readonly cName: string
  readonly params: readonly ParamRow[]
  readonly returns: ValueRow
  /** What a function that the game DLL lacks answers; 0 when absent. */
  readonly defaultResult?: number
  /** Why the function can only be hooked. */
  readonly notCallable?: string
  /** Calling it without a map would crash or end the engine, as it would for all that take or give entities. */
  readonly needsMap?: true
  /** Why the SDK calls the function in its own way. */
  readonly handwritten?: string
  readonly obsolete?: string
}
`

function kindFields(type: Kind): Record<string, unknown> {
  switch (type.kind) {
    case 'cstr':
      return { kind: type.kind, life: type.life }
    case 'outText':
      return { kind: type.kind, size: type.size }
    case 'struct':
      return { kind: type.kind, struct: type.struct, mode: type.mode, count: type.count }
    case 'mapped':
      return { kind: type.kind, struct: type.struct }
    case 'pointer':
      return { kind: type.kind, pointer: type.pointer }
    default:
      return { kind: type.kind }
  }
}

function row(
  table: FunctionTable,
  name: TableName,
  fn: FunctionRow,
  index: number,
  layouts: Layouts,
): string {
  const offsets = frameOffsets(fn, layouts)
  const params = fn.params.map((param, i) => ({
    name: param.name,
    ...kindFields(param),
    at: offsets[i],
    isNullable: param.isNullable || undefined,
  }))
  const fields = {
    id: table.firstId + index,
    table: name,
    name: fn.name,
    cName: fn.cName,
    params,
    returns: { ...kindFields(fn.returns), worldMeansNull: fn.worldMeansNull },
    defaultResult: fn.defaultResult,
    notCallable: fn.notCallable,
    needsMap: fn.needsMap,
    handwritten: fn.handwritten,
    obsolete: fn.obsolete,
  }
  return `  ${objectText(fields)},\n`
}

export function tsRows(tables: readonly (readonly [TableName, FunctionTable])[], layouts: Layouts): string {
  const sources = tables.map(([, table]) => table.source).join(', ')
  const lines = tables.flatMap(([name, table]) => table.rows.map((fn, i) => row(table, name, fn, i, layouts)))
  const doc = '/** All functions; a row stands at the index that is its id. */'
  return `${tsBanner(sources)}${types}\n${doc}\nexport const rows: readonly Row[] = [\n${lines.join('')}]\n`
}
