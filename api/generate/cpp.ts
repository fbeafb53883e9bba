/**
 * The C++ rows, one line a function: its number, its place in the C table, how each value travels, and its name. What a
 * word such as `Vec3In` does is written by hand in native-bridge/node.
 */
import type { FunctionRow, FunctionTable, Kind, Mode } from '../schema.js'
import { tsBanner } from './c-text.js'
import { frameOffsets } from './frame.js'
import type { Layouts } from './layout.js'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const modes: Record<Mode, string> = { in: 'In', out: 'Out', inout: 'InOut' }

function tag(type: Kind & { readonly c?: string }): string {
  switch (type.kind) {
    case 'cstr':
      return `Cstr<Life::${capital(type.life)}>`
    case 'outText':
      return `OutText<${type.size}>`
    case 'struct': {
      const count = type.count > 1 ? `, ${type.count}` : ''
      return `StructRef<${type.struct}, Mode::${modes[type.mode]}${count}>`
    }
    case 'mapped':
      return `Mapped<${type.struct}>`
    case 'pointer':
      return `PointerTo<PointerType::${type.pointer}>`
    case 'callback':
      return `Callback<${type.c ?? 'void (*)(void)'}>`
    case 'vec3':
      return 'Vec3In'
    default:
      return capital(type.kind)
  }
}

function row(table: FunctionTable, fn: FunctionRow, index: number, layouts: Layouts): string {
  const offsets = frameOffsets(fn, layouts)
  const params = fn.params.map((param, i) => `At<${offsets[i] ?? 0}, ${tag(param)}>`)
  const fallback = fn.defaultResult === undefined ? '' : `, ${fn.defaultResult}`
  const signature = `${tag(fn.returns)}(${params.join(', ')})`
  const member = `&${table.cName}::${fn.cName}`
  return `row<${table.firstId + index}, ${member}, ${signature}${fallback}>("${fn.cName}"),\n`
}

export function cppRows(table: FunctionTable, layouts: Layouts): string {
  return tsBanner(table.source) + table.rows.map((fn, i) => row(table, fn, i, layouts)).join('')
}
