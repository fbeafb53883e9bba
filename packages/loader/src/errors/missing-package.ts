/** What to do about an import of an npm package that is not there: the commonest reason for a plugin that worked elsewhere. */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

import { displayFile } from './source-place.js'
import { safely } from './thrown-safely.js'

/**
 * @param path - The plugin's file or package folder.
 * @returns The command that helps; null if something else was thrown.
 */
export function cureOfMissingPackage(thrown: unknown, path: string): string | null {
  const name = missingPackage(thrown)
  if (name === null) return null
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  // A folder's package.json says which version.
  return isFolder
    ? `run 'npm install' in ${displayFile(path)}`
    : `run 'npm install ${name}' in ${displayFile(dirname(path))}`
}

/** Of `@scope/name/file` the package; null for files, and for errors of another kind. */
function missingPackage(thrown: unknown): string | null {
  const { code, message } = safely<Partial<Record<'code' | 'message', unknown>>>(() => {
    const error = thrown as NodeJS.ErrnoException
    return { code: error.code, message: error.message }
  }, {})
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return null
  if (typeof message !== 'string') return null
  return /'((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^']*)?'/.exec(message)?.[1] ?? null
}
