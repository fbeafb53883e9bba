/**
 * What a plugin threw, as an administrator and its author want to read it: one line with the place in the plugin's own
 * source, and the stack below. A plugin may throw anything, so nothing here trusts it to be an Error.
 */
import { realpathSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { inspect } from 'node:util'

import { displayPlace, originalPlace, type SourcePlace } from './source-place.js'

export interface Thrown {
  readonly message: string
  /** `FILE:LINE:COLUMN` of the innermost call in the plugin's own source; null where the stack names none. */
  readonly place: string | null
  readonly stack: readonly string[]
}

/** @param path - The plugin's file or package folder. */
export function describeThrown(thrown: unknown, path: string): Thrown {
  if (!(thrown instanceof Error)) return { message: `threw ${inspect(thrown)}`, place: null, stack: [] }
  const folder = sourceFolder(path)
  const stack = stackLines(thrown)
  const places = stack.map(placeIn)
  const isOwn = places.map((place) => place !== null && isInside(place.file, folder))
  const place = places[isOwn.indexOf(true)]
  const message = messageOf(thrown)
  if (place === undefined || place === null) return { message, place: null, stack }
  // What called the plugin is always the same, and of no use to its author.
  return { message, place: displayPlace(place), stack: stack.slice(0, isOwn.lastIndexOf(true) + 1) }
}

/** The plugin whose source the innermost call is in that is in any plugin's; null where there is none. */
export function findThrower<Plugin extends { readonly path: string }>(
  thrown: unknown,
  plugins: readonly Plugin[],
): Plugin | null {
  if (!(thrown instanceof Error)) return null
  for (const line of stackLines(thrown)) {
    const file = placeIn(line)?.file
    if (file === undefined) continue
    // Plugins of one file each may share a folder, so the very file comes first.
    const own = plugins.find(({ path }) => path === file)
    const plugin = own ?? plugins.find(({ path }) => isInside(file, sourceFolder(path)))
    if (plugin !== undefined) return plugin
  }
  return null
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

function placeIn(stackLine: string): SourcePlace | null {
  const groups = position.exec(stackLine)?.groups
  if (groups === undefined) return null
  const { file = '', line, column } = groups
  return originalPlace({ file, line: Number(line), column: Number(column) })
}

function isInside(source: string, folder: string): boolean {
  return source.startsWith(folder + sep) && !source.slice(folder.length).includes(`${sep}node_modules${sep}`)
}

function sourceFolder(path: string): string {
  try {
    // Source maps name files as esbuild found them, behind symbolic links.
    const real = realpathSync(path)
    return statSync(real).isDirectory() ? real : dirname(real)
  } catch {
    // The file may have been deleted since it was loaded.
    return dirname(path)
  }
}
