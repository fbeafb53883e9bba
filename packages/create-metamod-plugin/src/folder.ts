/** Where a new project goes: what was typed, what is there already, and how one gets there. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { relative, resolve, sep } from 'node:path'

import { CreateError } from './create-error.js'

export const defaultFolder = 'my-metamod-plugin'

/** What is wrong with a folder's name as it was typed, and what would be right; null for a good one. */
export function folderProblem(typed: string): string | null {
  if (typed.trim() === '') return "a folder needs a name; '.' is the one you are in"
  if (sep === '/' && typed.includes('\\'))
    return `'\\' does not part folders on this system; write '${typed.replaceAll('\\', '/')}'`
  return null
}

/** Absolute. Shells put the home folder in the place of `~`, but not in quotes and not at our questions. */
export function folderFrom(typed: string): string {
  const problem = folderProblem(typed)
  if (problem !== null) throw new CreateError(`${typed}: ${problem}`, true)
  return resolve(typed.trim().replace(/^~(?=$|[/\\])/, () => homedir()))
}

/** What is in a folder, without what says nothing of a project; nothing where there is no folder yet. */
export function contentsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  if (!statSync(folder).isDirectory())
    throw new CreateError(`${displayFolder(folder)}: is a file; name a folder, or move the file away`)
  try {
    return readdirSync(folder).filter((name) => !['.git', '.DS_Store', 'Thumbs.db'].includes(name))
  } catch {
    throw new CreateError(`${displayFolder(folder)}: cannot be read; make it readable and writable for you`)
  }
}

/** As one would write it from here. */
export function displayFolder(folder: string): string {
  const path = relative(process.cwd(), folder)
  if (path === '') return '.'
  return path.startsWith('..') ? folder : path
}

/** A path as it has to be typed at a shell. */
export function quoted(path: string): string {
  const plain = path.startsWith('-') ? `./${path}` : path
  if (/^[\w./@:-]+$/.test(plain)) return plain
  // Within double quotes a shell still looks for these.
  return sep === '/' && /[$`"!\\]/.test(plain) ? `'${plain.replaceAll("'", "'\\''")}'` : `"${plain}"`
}
