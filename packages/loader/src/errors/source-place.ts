/** Where something is in a plugin's source, as messages name it: so that a terminal or an editor can open it. */
import { findSourceMap } from 'node:module'
import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A file relative to where the server was started, if it is below; else its absolute path. */
export function displayFile(file: string): string {
  const path = relative(process.cwd(), file)
  return path === '' || path.startsWith('..') || isAbsolute(path) ? file : path
}

/** `FILE:LINE:COLUMN`. */
export function displayPlace({ file, line, column }: SourcePlace): string {
  return `${displayFile(file)}:${line}:${column}`
}

/**
 * The place in TypeScript for one in a bundle. Node has stacks name it by itself, except where a plugin, or a test runner,
 * has taken over how stacks are written.
 */
export function originalPlace(place: SourcePlace): SourcePlace {
  const entry = findSourceMap(place.file)?.findEntry(place.line - 1, place.column - 1)
  if (entry === undefined || !('originalSource' in entry)) return place
  return {
    file: fileURLToPath(entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  }
}
