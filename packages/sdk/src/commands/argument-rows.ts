/** Reads what an author wrote about a command's arguments, and refuses what could not work while the plugin starts. */
import { rangeText } from '../cvar-rules.js'
import { describe, outOfRange, wrongType } from '../raw/errors.js'
import { finiteNumber, record } from '../raw/checks.js'
import type { Argument, ArgumentKind, ArgumentOptions, ArgumentRow } from './argument.js'

const kinds: readonly unknown[] = [
  'word',
  'text',
  'integer',
  'number',
  'boolean',
  'player',
] satisfies ArgumentKind[]

/** @throws TypeError or RangeError that names the argument. */
export function argumentRows(args: unknown, place: string): readonly ArgumentRow[] {
  const specs = Object.entries(record(args, place, 'args')) as [string, Argument][]
  const rows = specs.map(([name, spec]) => rowOf(name, spec, `${place}: argument "${name}"`))
  for (const [index, row] of rows.entries()) checkOrder(row, rows.slice(index + 1), place)
  return rows
}

function rowOf(name: string, spec: Argument, place: string): ArgumentRow {
  // JavaScript moves properties that are numbers before all others.
  if (/^\d/.test(name)) throw outOfRange(place, 'its name', 'one that does not begin with a digit', name)
  if (typeof spec !== 'string') return rowOfOptions(name, spec, place)
  const isOptional = spec.endsWith('?')
  const kind = (isOptional ? spec.slice(0, -1) : spec) as ArgumentKind
  return rowOfOptions(name, { type: kind, optional: isOptional }, place)
}

function rowOfOptions(name: string, spec: ArgumentOptions, place: string): ArgumentRow {
  record(spec, place, 'the description')
  const { type: kind = 'word', min, max, choices, list = false } = spec
  if (!kinds.includes(kind)) throw wrongType(place, 'type', kinds.join(', '), kind)
  const isNumeric = kind === 'integer' || kind === 'number'
  if (!isNumeric && (min ?? max) !== undefined)
    throw wrongType(place, 'min and max', `left out for a ${kind}`, min ?? max)
  if (choices !== undefined && kind !== 'word')
    throw wrongType(place, 'choices', `left out for a ${kind}`, choices)
  if (choices !== undefined && !(choices.length > 0 && choices.every((each) => typeof each === 'string')))
    throw wrongType(place, 'choices', 'one word or more', choices)
  if (kind === 'text' && list)
    throw wrongType(place, 'list', 'left out for a text, which is the rest of the line', list)
  const row: ArgumentRow = {
    ...{ name, kind, isList: list, choices: choices ?? null, default: spec.default ?? null },
    min: min === undefined ? -Infinity : finiteNumber(min, place, 'min'),
    max: max === undefined ? Infinity : finiteNumber(max, place, 'max'),
    isOptional: list || spec.optional === true || spec.default !== undefined,
  }
  if (row.min > row.max) throw outOfRange(place, 'max', `${row.min} (min) or more`, max)
  if (kind === 'integer' && Math.ceil(row.min) > Math.floor(row.max))
    throw outOfRange(place, 'max', 'such that a whole number lies in the range', max)
  checkDefault(row, place)
  return row
}

function checkDefault(row: ArgumentRow, place: string): void {
  const { kind, default: value, choices } = row
  if (value === null) return
  if (row.isList || kind === 'player')
    throw wrongType(place, 'default', `left out for a ${row.isList ? 'list' : kind}`, value)
  const wanted =
    kind === 'integer' || kind === 'number' ? 'number' : kind === 'boolean' ? 'boolean' : 'string'
  if (typeof value !== wanted) throw wrongType(place, 'default', `a ${wanted}`, value)
  const isNumber = typeof value === 'number'
  if (isNumber && !(value >= row.min && value <= row.max && (kind === 'number' || Number.isInteger(value))))
    throw outOfRange(place, 'default', expectedOf(row), value)
  if (choices !== null && !choices.includes(value as string))
    throw outOfRange(place, 'default', expectedOf(row), value)
}

/** What is optional can only be told from what follows if nothing does that is not; a rest leaves nothing. */
function checkOrder(row: ArgumentRow, later: readonly ArgumentRow[], place: string): void {
  const [next] = later
  if (next === undefined) return
  if (row.isList || row.kind === 'text')
    throw new TypeError(`${place}: argument "${row.name}" takes the rest of the line; make it the last one`)
  if (row.isOptional && !next.isOptional)
    throw new TypeError(
      `${place}: argument "${next.name}" must be optional, because "${row.name}" before it is; make both so, or swap them`,
    )
}

/** What an argument must be, in words, such as `a whole number 0..10`. */
export function expectedOf({ kind, min, max, choices }: ArgumentRow): string {
  if (choices !== null) return choices.map((choice) => describe(choice)).join(' or ')
  if (kind === 'integer') return `a whole number${rangeText(min, max)}`
  if (kind === 'number') return `a number${rangeText(min, max)}`
  if (kind === 'boolean') return 'on or off'
  return kind === 'player' ? 'a player' : 'a word'
}

/** How a command is typed, such as `slap <target> [damage 0..100]`. */
export function usageOf(name: string, rows: readonly ArgumentRow[]): string {
  return [name, ...rows.map(usageOfRow)].join(' ')
}

function usageOfRow(row: ArgumentRow): string {
  const choices = row.kind === 'boolean' ? ['on', 'off'] : row.choices
  const limits = choices === null ? rangeText(row.min, row.max) : `: ${choices.join('|')}`
  const what = `${row.name}${limits}${row.isList || row.kind === 'text' ? '...' : ''}`
  return row.isOptional ? `[${what}]` : `<${what}>`
}
