/**
 * The text of a plugin's source as it was bundled. It comes with the source map of what runs, not from the disk: there the
 * file may be newer than the plugin, or gone, or, for a plugin that was built elsewhere, never have been.
 */
import { findSourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Gives the text of a source file, by its absolute path; null where it is not known. */
export type SourceText = (file: string) => string | null

/** Those of one evaluated bundle. */
export function sourcesIn(bundleFile: string | null): SourceText {
  return (file) => (bundleFile === null ? null : textIn(bundleFile, file))
}

interface MapWithTexts {
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly (string | null)[]
}

function textIn(bundleFile: string, file: string): string | null {
  // Node's types leave the texts out.
  const map = findSourceMap(bundleFile)?.payload as MapWithTexts | undefined
  const index = map?.sources.findIndex((source) => pathOf(source) === file) ?? -1
  return map?.sourcesContent?.[index] ?? null
}

/** Node has made all sources URLs, but a map that a builder made may hold anything. */
function pathOf(source: string): string | null {
  try {
    return fileURLToPath(source)
  } catch {
    return null
  }
}
