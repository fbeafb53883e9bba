/**
 * What a plugin threw, as an administrator and its author want to read it: one line with the place in the plugin's own
 * source, and below it that source, the stack and the causes. A plugin may throw anything, so nothing here trusts it to be
 * an Error, nor an Error to be a good one.
 */
import { realpathSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { inspect } from 'node:util'

import { codeFrame } from './code-frame.js'
import type { SourceText } from './code-frame-source.js'
import { oneLine } from '../one-line.js'
import { displayPlace, originalPlace, type SourcePlace } from './source-place.js'
import { causesOf } from './thrown-causes.js'
import { safely } from './thrown-safely.js'

export interface Thrown {
  readonly message: string
  /** `FILE:LINE:COLUMN` of the innermost call in the plugin's own source; null where the stack names none. */
  readonly place: string | null
  /** Lines to print below: the source around the place, the stack, and a line for each cause. */
  readonly details: readonly string[]
}

const noSource: SourceText = () => null
const longestMessage = 500
const mostStackLines = 30

/**
 * @param path - The plugin's file or package folder.
 * @param sourceOf - The plugin's source as it runs; without it no source is shown.
 */
export function describeThrown(thrown: unknown, path: string, sourceOf: SourceText = noSource): Thrown {
  const message = messageOf(thrown)
  const stack = stackLines(thrown)
  const folder = sourceFolder(path)
  const causes = causesOf(thrown).map((cause) => `caused by: ${summary(cause, folder)}`)
  const own = ownCalls(stack, folder)
  if (own === null) return { message, place: null, details: [...stack, ...causes] }
  const { innermost, count } = own
  const text = sourceOf(innermost.file)
  const frame = text === null ? [] : codeFrame(text, innermost)
  // What called the plugin is always the same, and of no use to its author.
  const calls = stack.slice(0, count).map(inSource)
  return { message, place: displayPlace(innermost), details: [...frame, ...calls, ...causes] }
}

/** The plugin whose source the innermost call is in that is in any plugin's; null where there is none. */
export function findThrower<Plugin extends { readonly path: string }>(
  thrown: unknown,
  plugins: readonly Plugin[],
): Plugin | null {
  for (const line of [thrown, ...causesOf(thrown)].flatMap(stackLines)) {
    const file = placeIn(line)?.file
    if (file === undefined) continue
    // Plugins of one file each may share a folder, so the very file comes first.
    const own = plugins.find(({ path }) => path === file)
    const plugin = own ?? plugins.find(({ path }) => isInside(file, recentFolder(path)))
    if (plugin !== undefined) return plugin
  }
  return null
}

/** A cause, in a line. */
function summary(cause: unknown, folder: string): string {
  const own = ownCalls(stackLines(cause), folder)
  return own === null ? messageOf(cause) : `${messageOf(cause)} (at ${displayPlace(own.innermost)})`
}

/** `TypeError: x is not a function`, on one line. */
function messageOf(thrown: unknown): string {
  if (!isError(thrown)) return `threw ${oneLine(shown(thrown), longestMessage)}`
  const text = textOf(() => thrown.message)
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const name = textOf(() => thrown.name) || 'Error'
  const line = oneLine(name === 'Error' ? first : `${name}: ${first}`, longestMessage).trimEnd()
  return line === '' ? 'an Error without a message' : line
}

function shown(thrown: unknown): string {
  const options = { depth: 2, maxStringLength: longestMessage, maxArrayLength: 20, breakLength: Infinity }
  return safely(() => inspect(thrown, options), 'something that cannot be shown')
}

/** What ought to be a text. */
function textOf(read: () => unknown): string {
  const value = safely(read, '')
  return typeof value === 'string' ? value : shown(value)
}

function isError(thrown: unknown): thrown is Error {
  return safely(() => thrown instanceof Error, false)
}

function stackLines(thrown: unknown): string[] {
  if (!isError(thrown)) return []
  // A plugin may have put anything there.
  const stack = safely<unknown>(() => thrown.stack, undefined)
  if (typeof stack !== 'string') return []
  // A message of several lines may quote another stack.
  const message = textOf(() => thrown.message)
  const begin = message.includes('\n') ? stack.indexOf(message) : -1
  return (begin === -1 ? stack : stack.slice(begin + message.length))
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, mostStackLines)
    .map((line) => oneLine(line.trim(), longestMessage))
}

/** The innermost call in a folder, and how much of the stack there is down to the outermost; null where there is none. */
function ownCalls(
  stack: readonly string[],
  folder: string,
): { readonly innermost: SourcePlace; readonly count: number } | null {
  const places = stack.map(placeIn)
  const isOwn = places.map((place) => place !== null && isInside(place.file, folder))
  const innermost = places[isOwn.indexOf(true)] ?? null
  return innermost === null ? null : { innermost, count: isOwn.lastIndexOf(true) + 1 }
}

const position = /\(?(?:file:\/\/)?(?<file>\/[^()]*):(?<line>\d+):(?<column>\d+)\)?$/

function placeIn(stackLine: string): SourcePlace | null {
  const groups = position.exec(stackLine)?.groups
  if (groups === undefined) return null
  const { file = '', line, column } = groups
  const place = { file, line: Number(line), column: Number(column) }
  // A plugin may have written the stack itself.
  return safely(() => originalPlace(place), place)
}

/** A line of a stack with its place in TypeScript, where Node has not named that already. */
function inSource(line: string): string {
  const place = placeIn(line)
  const match = position.exec(line)
  if (place === null || match?.groups === undefined) return line
  const { file = '', line: row, column } = match.groups
  return line.replace(`${file}:${row}:${column}`, `${place.file}:${place.line}:${place.column}`)
}

function isInside(source: string, folder: string): boolean {
  return source.startsWith(folder + sep) && !source.slice(folder.length).includes(`${sep}node_modules${sep}`)
}

// With a thousand plugins it takes a frame or two to look each of them up, and there is a stack of lines to do it for.
const recentMs = 1000
let folders = new Map<string, string>()
let foldersSince = -Infinity

/** As it was within the last second. */
function recentFolder(path: string): string {
  const now = performance.now()
  if (now - foldersSince > recentMs) {
    folders = new Map()
    foldersSince = now
  }
  const folder = folders.get(path) ?? sourceFolder(path)
  folders.set(path, folder)
  return folder
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
