/**
 * Whether the files that a plugin was loaded from are still as they were then. Metamod compares the time of the file with
 * the time of loading; we compare what the file system says of the file then and now, so that an older file put back in
 * place counts as well, and a clock that was set does not.
 */
import { statSync } from 'node:fs'

/** What tells one state of a file from another, by its absolute path. */
export type FileStamps = ReadonlyMap<string, string>

export type FileState = 'same' | 'changed' | 'missing'

export function stampFiles(files: Iterable<string>): FileStamps {
  return new Map([...files].map((file) => [file, stampOf(file)]))
}

/** `missing` only where no file that is left has changed: one that has may no longer need the others. */
export function stateOf(stamps: FileStamps): FileState {
  let state: FileState = 'same'
  for (const [file, stamp] of stamps) {
    const now = stampOf(file)
    if (now === stamp) continue
    if (now !== missing) return 'changed'
    state = 'missing'
  }
  return state
}

const missing = ''

function stampOf(file: string): string {
  try {
    const { ctimeMs, mtimeMs, size, ino } = statSync(file)
    // A new time alone is enough, as in Metamod. The others are for file systems whose clock ticks slowly.
    return [mtimeMs, ctimeMs, size, ino].join(' ')
  } catch {
    return missing
  }
}
