/** install.json: what an installation wrote, so that the next one can upgrade it and `uninstall` can undo it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Architecture } from './elf.js'
import type { Engine, Game } from './game.js'
import { InstallError } from './install-error.js'
import { folders, recordFile, type Mode } from './layout.js'

/** A file that is not ours, and is to be as it was after `uninstall`. */
export interface ReplacedFile {
  readonly path: string
  /** The copy of it as it was; null where it was not there. */
  readonly backup: string | null
  /** What was written, see {@link digestOf}. */
  readonly digest: string
  /** Where only one line was changed: what it was, null where it was added, and what it is. */
  readonly line: { readonly before: string | null; readonly after: string } | null
}

/** Paths are below the game directory. */
export interface InstallRecord {
  readonly version: string
  readonly mode: Mode
  readonly engine: Engine
  readonly architecture: Architecture
  /** The real game DLL; null as a guest. */
  readonly gameDll: string | null
  /** Our own files and the digests of what was written. */
  readonly files: Readonly<Record<string, string>>
  /** The administrator's files, as they were made for a start. */
  readonly settings: Readonly<Record<string, string>>
  readonly replaced: readonly ReplacedFile[]
  /** Folders that were made, those above first. */
  readonly folders: readonly string[]
}

export const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const recordPath = (mode: Mode): string => `${folders[mode]}/${recordFile}`

export function encodeRecord(record: InstallRecord): Uint8Array {
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`)
}

/** @returns null where nothing is installed in this mode. @throws InstallError for a record that cannot be read. */
export function readRecord(game: Game, mode: Mode): InstallRecord | null {
  const path = recordPath(mode)
  const file = join(game.directory, path)
  if (!existsSync(file)) return null
  try {
    return parseRecord(readFileSync(file, 'utf8'))
  } catch (error) {
    const cure = 'put it back from a backup, or remove it and install again'
    throw new InstallError(`${path}: is not the record of an installation; ${cure}`, { cause: error })
  }
}

function parseRecord(text: string): InstallRecord {
  const record = JSON.parse(text) as Partial<InstallRecord> | null
  const isWhole =
    typeof record === 'object' &&
    typeof record?.version === 'string' &&
    (record.mode === 'standalone' || record.mode === 'guest') &&
    typeof record.files === 'object' &&
    typeof record.settings === 'object' &&
    Array.isArray(record.replaced) &&
    Array.isArray(record.folders)
  if (!isWhole) throw new SyntaxError('fields are missing')
  return record as InstallRecord
}
