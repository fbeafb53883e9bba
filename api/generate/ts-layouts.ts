/** `layouts.ts`: where the fields lie of each struct that scripts may look into. */
import { fieldWords } from '../schema.js'
import type { Field, Struct } from '../schema.js'
import { tsBanner } from './c-text.js'
import type { Layouts } from './layout.js'
import { objectText, union } from './ts-text.js'

const types = `
export type FieldWord =${union(fieldWords.filter((word) => word !== 'ptr'))}

export interface FieldRow {
  readonly name: string
  readonly cName: string
  readonly word: FieldWord
  readonly offset: { readonly lp64: number; readonly ilp32: number }
  /** Elements of a C array, for \`text\` and \`bytes\` its size in bytes; 1 for a single value. */
  readonly count: number
  /** The C name of the struct that lies here. */
  readonly struct?: string
  /** Can be read only. */
  readonly isFixed?: true
}

/** A C struct. Pointers that scripts cannot follow have no row. */
export interface StructRow {
  readonly cName: string
  readonly view: string
  readonly size: { readonly lp64: number; readonly ilp32: number }
  readonly fields: readonly FieldRow[]
}
`

/** The fields of a struct that a script can read: no pointers, and no structs that only C looks into. */
export function visibleFields(struct: Struct, structs: readonly Struct[]): readonly Field[] {
  const isHidden = (name: string | undefined): boolean =>
    structs.find(({ cName }) => cName === name)?.view === null
  return struct.fields.filter((field) => field.word !== 'ptr' && !isHidden(field.struct))
}

function structText(struct: Struct, structs: readonly Struct[], layouts: Layouts): string {
  const { size, offsets } = layouts.of(struct.cName)
  const fields = visibleFields(struct, structs).map(({ name, cName, word, count, struct: type, isFixed }) => {
    const row = { name, cName, word, offset: offsets.get(cName), count, struct: type, isFixed }
    return `      ${objectText(row)},\n`
  })
  const head = `    cName: '${struct.cName}',\n    view: '${struct.view ?? ''}',\n    size: ${objectText(size)},\n`
  return `  {\n${head}    fields: [\n${fields.join('')}    ],\n  },\n`
}

export function tsLayouts(structs: readonly Struct[], layouts: Layouts): string {
  const viewed = structs.filter((struct) => struct.view !== null)
  const text = viewed.map((struct) => structText(struct, structs, layouts)).join('')
  const doc = '/** Each struct stands after those that lie in it. */'
  return `${tsBanner('api/structs.ts')}${types}\n${doc}\nexport const layouts: readonly StructRow[] = [\n${text}]\n`
}
