/** One change to a game directory: made as data first, so that it can be shown before it is made, or instead. */
import { join } from 'node:path'

import { diskError, type Disk } from './disk.js'
import { InstallError } from './install-error.js'
import { Journal } from './journal.js'

/** Paths are below the game directory. */
export type Change =
  | {
      readonly kind: 'write'
      readonly path: string
      readonly content: Uint8Array
      readonly mode: number
      readonly shown: string
    }
  | { readonly kind: 'remove'; readonly path: string; readonly shown: string }
  | { readonly kind: 'remove-empty-folder'; readonly path: string }

/** What to do, and what to say about what is left as it is. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly remarks: readonly string[]
}

/** The lines that tell an administrator what will happen. */
export function describePlan({ changes, remarks }: Plan): string[] {
  return [...changes.flatMap((change) => ('shown' in change ? [change.shown] : [])), ...remarks]
}

/**
 * Makes the changes, all or none.
 *
 * @throws InstallError that says which change failed, and that those before it are undone.
 */
export function applyChanges(directory: string, changes: readonly Change[], disk: Disk): void {
  const journal = new Journal(disk)
  for (const change of changes) {
    try {
      applyChange(journal, directory, change)
    } catch (error) {
      const { message } = diskError(change.path, error)
      throw new InstallError(`${message}; ${outcome(journal.rollBack())}`, { cause: error })
    }
  }
  const left = journal.commit()
  if (left.length > 0)
    throw new InstallError(`done, but these files could not be removed: ${left.join(', ')}; remove them`)
}

function applyChange(journal: Journal, directory: string, change: Change): void {
  const path = join(directory, change.path)
  if (change.kind === 'write') journal.write(path, change.content, change.mode)
  else if (change.kind === 'remove') journal.remove(path)
  else journal.removeEmptyFolder(path)
}

function outcome(notUndone: readonly string[]): string {
  if (notUndone.length === 0) return 'what was done before it is undone, nothing has changed'
  return `these could not be put back: ${notUndone.join(', ')}; each is there as NAME.metamod-old`
}
