/** Makes values of the words that somebody typed. What is wrong with them is for that person to read, and no error of ours. */
import { describe } from '../raw/errors.js'
import type { ArgumentRow } from './argument.js'
import { expectedOf } from './argument-rows.js'

/** A command line without the command's name. */
export interface Line {
  readonly words: readonly string[]
  /** The same as it was typed, quotes included. */
  readonly text: string
}

/** Finds a player by a text; throws an Error whose message is for the person who typed it. */
export type FindPlayer = (text: string) => unknown

/** A complaint about what was typed. */
export class TypedWrong extends Error {}

/** @throws TypedWrong that says what is wrong. */
export function parseArguments(
  rows: readonly ArgumentRow[],
  line: Line,
  findPlayer: FindPlayer,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [index, row] of rows.entries()) values[row.name] = valueOf(row, index, line, findPlayer)
  const last = rows.at(-1)
  const takesAll = last !== undefined && (last.isList || last.kind === 'text')
  const extra = line.words[rows.length]
  if (!takesAll && extra !== undefined) throw new TypedWrong(`${describe(extra)} is one word too many`)
  return values
}

function valueOf(row: ArgumentRow, index: number, line: Line, findPlayer: FindPlayer): unknown {
  const { words } = line
  if (row.isList) return words.slice(index).map((word) => wordValue(row, word, findPlayer))
  const word = words[index]
  // "" counts as not given: people type it to leave one out.
  if (word === undefined || (word === '' && row.isOptional)) {
    if (row.isOptional) return row.default
    throw new TypedWrong(`${row.name} is missing`)
  }
  return row.kind === 'text' ? restOf(line, index) : wordValue(row, word, findPlayer)
}

function wordValue(row: ArgumentRow, word: string, findPlayer: FindPlayer): unknown {
  switch (row.kind) {
    case 'integer':
    case 'number':
      return numberValue(row, word)
    case 'boolean':
      return switches.get(word.toLowerCase()) ?? wrong(row, word)
    case 'player':
      return playerValue(word, findPlayer)
    default:
      if (row.choices === null) return word
      return row.choices.find((choice) => choice.toLowerCase() === word.toLowerCase()) ?? wrong(row, word)
  }
}

const switches = new Map([
  ...['1', 'on', 'yes', 'true'].map((word) => [word, true] as const),
  ...['0', 'off', 'no', 'false'].map((word) => [word, false] as const),
])

function numberValue(row: ArgumentRow, word: string): number {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word) ? Number(word) : NaN
  const isRight = value >= row.min && value <= row.max && Number.isFinite(value)
  if (!isRight || (row.kind === 'integer' && !Number.isSafeInteger(value))) return wrong(row, word)
  return value
}

function playerValue(word: string, findPlayer: FindPlayer): unknown {
  try {
    return findPlayer(word)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // Its place is for plugin authors.
    throw new TypedWrong(message.replace(/^players\.find: /, ''))
  }
}

function wrong(row: ArgumentRow, word: string): never {
  throw new TypedWrong(`${row.name} must be ${expectedOf(row)}, got ${describe(word)}`)
}

/** The line from a word on, as it was typed; without quotes where one pair of them holds it all. */
function restOf({ words, text }: Line, from: number): string {
  let rest = text.trim()
  for (let index = 0; index < from; index += 1) rest = rest.slice(wordLength(rest)).trimStart()
  const isOneWord = words.length === from + 1 && wordLength(rest) === rest.length
  return isOneWord ? (words[from] ?? rest) : rest
}

/** How many characters the first word takes, with its quotes. */
function wordLength(text: string): number {
  const quoted = /^"[^"]*"?/.exec(text)?.[0]
  return (quoted ?? /^[^\s"]*/.exec(text)?.[0] ?? '').length || 1
}

/** Splits a line into words at blanks; what stands in quotes stays together. */
export function splitWords(text: string): string[] {
  return Array.from(text.matchAll(/"([^"]*)"?|[^\s"]+/g), (match) => match[1] ?? match[0])
}
