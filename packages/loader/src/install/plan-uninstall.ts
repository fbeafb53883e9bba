/** Everything that `uninstall` changes: back to what was there, except for what the administrator wrote since. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { isStub } from '../guest/stub-mark.js'
import type { Change, Plan } from './change.js'
import { undoLine } from './game-dll-line.js'
import type { Game } from './game.js'
import { InstallError } from './install-error.js'
import { folders, type Mode } from './layout.js'
import { readFileIfThere } from './read-file.js'
import { digestOf, readRecord, recordPath, type InstallRecord, type ReplacedFile } from './record.js'

/** @throws InstallError where nothing is installed. */
export function planUninstall(game: Game, purge: boolean): Plan {
  const modes: Mode[] = ['standalone', 'guest']
  const records = modes.map((mode) => readRecord(game, mode)).filter((record) => record !== null)
  if (records.length === 0) {
    const places = modes.map((mode) => recordPath(mode)).join(' nor ')
    throw new InstallError(`${game.directory}: nothing is installed here; there is neither ${places}`)
  }
  const plans = records.map((record) => new Removal(game.directory, record, purge).plan())
  return {
    changes: plans.flatMap(({ changes }) => changes),
    remarks: plans.flatMap(({ remarks }) => remarks),
  }
}

class Removal {
  readonly #directory: string
  readonly #record: InstallRecord
  readonly #purge: boolean
  readonly #changes: Change[] = []
  readonly #remarks: string[] = []

  constructor(directory: string, record: InstallRecord, purge: boolean) {
    this.#directory = directory
    this.#record = record
    this.#purge = purge
  }

  plan(): Plan {
    const { files, settings, replaced, mode, folders: made } = this.#record
    // The engine's settings first: it must never be sent to files that are gone.
    for (const file of replaced.slice().reverse()) this.#putBack(file)
    for (const [path, digest] of Object.entries(files)) this.#removeFile(path, digest)
    if (mode === 'guest') this.#removeStubs(`${folders[mode]}/stubs`)
    for (const [path, digest] of Object.entries(settings)) this.#removeFile(path, digest)
    this.#remove(recordPath(mode), `remove  ${recordPath(mode)}`)
    for (const path of made.slice().reverse()) this.#changes.push({ kind: 'remove-empty-folder', path })
    return { changes: this.#changes, remarks: this.#remarks }
  }

  #putBack({ path, backup, digest, line }: ReplacedFile): void {
    const current = this.#read(path)
    const original = backup === null ? null : this.#read(backup)
    const isAsWritten = current === null || digestOf(current) === digest
    if (isAsWritten && backup === null) this.#remove(path, `remove  ${path}`)
    else if (isAsWritten && backup !== null && original !== null) {
      this.#write(path, original, `restore ${path}, from ${backup}`)
      this.#remove(backup, `remove  ${backup}`)
    } else if (current !== null) this.#putBackLine(path, current, original === null ? null : backup, line)
  }

  /** The administrator has edited the file since: all but our line is his. */
  #putBackLine(path: string, current: Uint8Array, backup: string | null, line: ReplacedFile['line']): void {
    const undone = line === null ? null : undoLine(current, line.before, line.after)
    if (undone !== null && line !== null) {
      const what = line.before === null ? `take out ${line.after}` : `${line.after} -> ${line.before.trim()}`
      this.#write(path, undone, `change  ${path}: ${what}`)
    }
    const otherwise = undone === null ? '' : ' otherwise'
    const asItWas = backup === null ? '' : `; as it was: ${backup}`
    this.#remarks.push(`keep    ${path}${otherwise}, because it was edited since${asItWas}`)
  }

  #removeFile(path: string, digest: string): void {
    const current = this.#read(path)
    if (current === null) return
    if (this.#purge || digestOf(current) === digest) this.#remove(path, `remove  ${path}`)
    else this.#remarks.push(`keep    ${path}, because it was edited since; '--purge' removes it`)
  }

  /** The loader wrote them while the server ran. */
  #removeStubs(folder: string): void {
    const path = join(this.#directory, folder)
    if (!existsSync(path)) return
    const entries = readdirSync(path, { withFileTypes: true })
    for (const { name } of entries.filter((entry) => entry.isFile() && entry.name.endsWith('.so'))) {
      const file = `${folder}/${name}`
      if (isStub(join(path, name))) this.#remove(file, `remove  ${file}`)
      else this.#remarks.push(`keep    ${file}, which is no stub of ours`)
    }
    this.#changes.push({ kind: 'remove-empty-folder', path: folder })
  }

  #write(path: string, content: Uint8Array, shown: string): void {
    this.#changes.push({ kind: 'write', path, content, mode: 0o644, shown })
  }

  #remove(path: string, shown: string): void {
    if (existsSync(join(this.#directory, path))) this.#changes.push({ kind: 'remove', path, shown })
  }

  #read(path: string): Uint8Array | null {
    return readFileIfThere(join(this.#directory, path))
  }
}
