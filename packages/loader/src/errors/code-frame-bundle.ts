/** What esbuild says is wrong with a source, in the form that mistakes of running plugins have. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Location, Message } from 'esbuild'

import { codeFrame, type Position } from './code-frame.js'
import { displayFile, displayPlace } from './source-place.js'

/** @param entry - The file that the plugin starts with, by whose folder esbuild names the others. */
export function messagePlace({ location }: Message, entry: string): string {
  if (location === null) return displayFile(entry)
  return displayPlace({ file: join(dirname(entry), location.file), ...positionIn(location) })
}

/** The source around the mistake, and what esbuild has to add. */
export function messageDetails({ location, notes }: Message, entry: string): string[] {
  const frame = location === null ? [] : codeFrame(sourceAround(location, entry), positionIn(location))
  return [...frame, ...notes.map(({ text }) => `note: ${text}`)]
}

/** esbuild counts columns from 0, and in bytes. */
function positionIn({ line, column, lineText }: Location): Position {
  return { line, column: Buffer.from(lineText).subarray(0, column).toString().length + 1 }
}

/** The file as esbuild has just read it. Where it is another one already, there is still the line that esbuild quotes. */
function sourceAround({ file, line, lineText }: Location, entry: string): string {
  const path = join(dirname(entry), file)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text.split('\n')[line - 1]?.trimEnd() === lineText.trimEnd()
    ? text
    : '\n'.repeat(line - 1) + lineText
}
