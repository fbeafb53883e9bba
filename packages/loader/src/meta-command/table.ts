/** A table on the console: a numbered line for each entry, columns as wide as they need to be. */
import type { Print } from '../log.js'
import { oneLine } from '../one-line.js'

export interface Column<Entry> {
  readonly title: string
  readonly cell: (entry: Entry) => string
  /** To how many letters a longer cell is cut; if left out, the column is as wide as its longest cell. */
  readonly width?: number
  readonly isRight?: boolean
  /** How many blanks stand before it; two if left out. */
  readonly gap?: number
}

export interface Table<Entry> {
  readonly columns: readonly Column<Entry>[]
  /** What stands in brackets at the start of a line; counted from 1 if left out. */
  readonly number?: (entry: Entry) => number
}

// Longer than any name that an engine accepts; a value may be of any length.
const widest = 80

/** Prints a line of titles and one for each entry. */
export function printTable<Entry>(
  entries: readonly Entry[],
  { columns, number }: Table<Entry>,
  print: Print,
): void {
  const numbers = entries.map((entry, index) => String(number?.(entry) ?? index + 1))
  const numberWidth = Math.max(2, ...numbers.map(({ length }) => length))
  const texts = columns.map((column) =>
    [column.title, ...entries.map(column.cell)].map((text) => cut(text, column)),
  )
  const widths = columns.map(
    ({ width }, index) => width ?? Math.max(...(texts[index] ?? []).map(({ length }) => length)),
  )
  const line = (row: number): string =>
    columns.map((column, index) => fill(texts[index]?.[row] ?? '', widths[index] ?? 0, column)).join('')
  print(`${' '.repeat(numberWidth + 2)}${line(0)}`.trimEnd())
  numbers.forEach((text, index) =>
    print(` [${text.padStart(numberWidth)}]${line(index + 1).slice(1)}`.trimEnd()),
  )
}

function cut(text: string, { width }: Column<never>): string {
  // The classic widths cut without a mark.
  return width === undefined ? oneLine(text, widest) : oneLine(text, Infinity).slice(0, width)
}

function fill(text: string, width: number, { isRight = false, gap = 2 }: Column<never>): string {
  return ' '.repeat(gap) + (isRight ? text.padStart(width) : text.padEnd(width))
}
