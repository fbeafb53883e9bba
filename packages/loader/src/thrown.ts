/**
 * What a plugin threw, as an administrator and its author want to read it: one line with the place in the plugin's own
 * source, and the stack below. A plugin may throw anything, so nothing here trusts it to be an Error.
 */
import { realpathSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { inspect } from 'node:util'

import { displayPlace, originalPlace } from './source-place.js'

export interface Thrown {
  readonly message: string
  /** `FILE:LINE:COLUMN` of the innermost call in the plugin's own source; null where the stack names none. */
  readonly place: string | null
  readonly stack: readonly string[]
}

/** @param file - The plugin's entry; sources in its folder and below, or beside that folder, are its own. */
export function describeThrown(thrown: unknown, file: string): Thrown {
  if (!(thrown instanceof Error)) return { message: `threw ${inspect(thrown)}`, place: null, stack: [] }
  const stack = stackLines(thrown)
  return { message: messageOf(thrown), place: placeIn(stack, file), stack }
}

/** `TypeError: x is not a function`, on one line. */
function messageOf(error: Error): string {
  const [first = ''] = error.message.split('\n')
  const text = error.name === 'Error' ? first : `${error.name}: ${first}`
  return text === '' ? 'an Error without a message' : text
}

function stackLines(error: Error): string[] {
  // A plugin may have put anything there.
  const stack: unknown = error.stack
  if (typeof stack !== 'string') return []
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}

const position = /\(?(?:file:\/\/)?(?<file>\/[^()]*):(?<line>\d+):(?<column>\d+)\)?$/

function placeIn(stack: readonly string[], file: string): string | null {
  const folder = sourceFolder(file)
  for (const frame of stack) {
    const groups = position.exec(frame)?.groups
    if (groups === undefined) continue
    const { file: source = '', line, column } = groups
    const place = originalPlace({ file: source, line: Number(line), column: Number(column) })
    if (isOwn(place.file, folder)) return displayPlace(place)
  }
  return null
}

function isOwn(source: string, folder: string): boolean {
  return source.startsWith(folder + sep) && !source.slice(folder.length).includes(`${sep}node_modules${sep}`)
}

function sourceFolder(file: string): string {
  // Source maps name files as esbuild found them, behind symbolic links.
  try {
    return dirname(realpathSync(file))
  } catch {
    return dirname(file)
  }
}
