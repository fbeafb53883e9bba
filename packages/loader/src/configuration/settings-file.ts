/** A text file of an administrator's, and what keeps it from being read: it may be anything that bears its name. */
import { readFileSync, statSync } from 'node:fs'

/** The text of a file; null where there is none. */
export interface SettingsText {
  readonly text: string | null
  /** Why there is a file and no text; null where all is well. */
  readonly problem: string | null
}

/** @param file - An absolute path. */
export function readSettings(file: string): SettingsText {
  try {
    const status = statSync(file)
    if (status.isDirectory()) return unreadable('is a folder; a file is wanted in its place')
    // Reading from a pipe would wait for somebody to write.
    if (!status.isFile()) return unreadable('is no file; a text file is wanted in its place')
    return decode(readFileSync(file))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { text: null, problem: null }
    return unreadable(`cannot be read: ${(error as Error).message}; let the server's user read it`)
  }
}

// How Windows marks a file of 16-bit characters, in either byte order.
const wideMarks = ['fffe', 'feff']

function decode(bytes: Buffer): SettingsText {
  if (wideMarks.includes(bytes.toString('hex', 0, 2))) return unreadable('is UTF-16; save it as UTF-8')
  return { text: bytes.toString('utf8'), problem: null }
}

const unreadable = (problem: string): SettingsText => ({ text: null, problem })
