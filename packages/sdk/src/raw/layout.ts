/** Struct layouts for the word size of the running process, in the form the view compiler wants. */
import { layouts } from './generated/layouts.js'
import type { FieldRow, StructRow } from './generated/layouts.js'

export interface LayoutField {
  readonly name: string
  readonly word: FieldRow['word']
  readonly offset: number
  readonly count: number
  /** Bytes from one element of an array to the next. */
  readonly elementSize: number
  readonly struct?: string
  readonly isFixed?: true
}

export interface Layout {
  readonly cName: string
  readonly viewName: string
  readonly size: number
  readonly fields: readonly LayoutField[]
}

type WordSize = 32 | 64

const modelOf = (wordSize: WordSize): 'lp64' | 'ilp32' => (wordSize === 64 ? 'lp64' : 'ilp32')

const byName: ReadonlyMap<string, StructRow> = new Map(layouts.map((row) => [row.cName, row]))

const elementSizes = { u8: 1, char: 1, bytes: 1, text: 1, i16: 2, u16: 2, vec3: 12 } as const

/** The size of a struct in bytes. */
export function sizeOf(cName: string, wordSize: WordSize): number {
  return rowOf(cName).size[modelOf(wordSize)]
}

const known = new Map<string, Layout>()

/** The layout of a struct by its C name. */
export function layoutOf(cName: string, wordSize: WordSize): Layout {
  const key = `${cName} ${wordSize}`
  const layout = known.get(key) ?? makeLayout(rowOf(cName), wordSize)
  known.set(key, layout)
  return layout
}

function makeLayout({ cName, view, fields, size }: StructRow, wordSize: WordSize): Layout {
  const model = modelOf(wordSize)
  return {
    cName,
    viewName: view,
    size: size[model],
    fields: fields.map(({ offset, ...field }) => {
      return { ...field, offset: offset[model], elementSize: elementSize(field, wordSize) }
    }),
  }
}

/** The offset of one field, by the name authors use. */
export function offsetIn(layout: Layout, name: string): number {
  const field = layout.fields.find((candidate) => candidate.name === name)
  if (field === undefined)
    throw new Error(`${layout.cName} has no field ${name}; generated/layouts.ts may be out of date`)
  return field.offset
}

function elementSize(field: Pick<FieldRow, 'word' | 'struct'>, wordSize: WordSize): number {
  if (field.struct !== undefined) return sizeOf(field.struct, wordSize)
  if (field.word === 'edict' || field.word === 'cstr') return wordSize / 8
  return field.word in elementSizes ? elementSizes[field.word as keyof typeof elementSizes] : 4
}

function rowOf(cName: string): StructRow {
  const row = byName.get(cName)
  if (row === undefined)
    throw new Error(`there is no layout of ${cName}; generated/layouts.ts may be out of date`)
  return row
}
