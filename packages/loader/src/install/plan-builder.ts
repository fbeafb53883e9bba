/**
 * Collects what an installation has to change: only what differs from what is there. It keeps the record that `uninstall`
 * reads, and goes on with the one of an earlier installation.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Change, Plan } from './change.js'
import { lineNumber, replaceLine } from './game-dll-line.js'
import { readFileIfThere } from './read-file.js'
import { digestOf, encodeRecord, recordPath, type InstallRecord, type ReplacedFile } from './record.js'

/** What a record says apart from files. */
export type Installation = Pick<InstallRecord, 'version' | 'mode' | 'engine' | 'architecture' | 'gameDll'>

const dataFile = 0o644
export const program = 0o755

export class PlanBuilder {
  readonly #directory: string
  readonly #previous: InstallRecord | null
  readonly #changes: Change[] = []
  readonly #lastChanges: Change[] = []
  readonly #remarks: string[] = []
  readonly #files: Record<string, string> = {}
  readonly #settings: Record<string, string> = {}
  readonly #replaced: ReplacedFile[] = []
  readonly #folders: string[]

  constructor(directory: string, previous: InstallRecord | null) {
    this.#directory = directory
    this.#previous = previous
    this.#folders = [...(previous?.folders ?? [])]
  }

  /** A file of ours, with this content. One that was there before is kept as a backup. */
  put(path: string, content: Uint8Array, origin: string, mode: number = dataFile): void {
    const current = this.read(path)
    const earlier = this.#replacedBefore(path, current)
    const isOurs = this.#previous?.files[path] !== undefined || earlier !== undefined
    const digest = digestOf(content)
    const isSame = current !== null && digestOf(current) === digest
    if (current === null || isOurs) {
      if (earlier === undefined) this.#files[path] = digest
      else this.#replaced.push({ ...earlier, digest })
      const verb = current === null ? 'copy    ' : 'upgrade '
      if (!isSame) this.#write(path, content, `${verb}${path} (${origin})`, mode)
    } else if (!isSame) {
      const backup = this.#backUp(path, current)
      this.#replaced.push({ path, backup, digest, line: null })
      this.#write(path, content, `replace ${path} (${origin}); backup ${backup}`, mode)
    }
  }

  /** A file for the administrator to edit: made for a start, and never changed after that. */
  offer(path: string, content: string): void {
    const earlier = this.#previous?.settings[path]
    if (existsSync(join(this.#directory, path))) {
      if (earlier === undefined) this.#remarks.push(`keep    ${path}, which is there`)
      else this.#settings[path] = earlier
      return
    }
    const bytes = Buffer.from(content)
    this.#settings[path] = digestOf(bytes)
    this.#write(path, bytes, `create  ${path}`, dataFile)
  }

  /** A line in a file of the game's or of another Metamod's: for the line `before`, or at the end where that is null. */
  changeLine(path: string, before: string | null, after: string): void {
    const current = this.read(path)
    const content = replaceLine(current ?? new Uint8Array(), before, after)
    const backup = current === null ? null : this.#backUp(path, current)
    this.#replaced.push({ path, backup, digest: digestOf(content), line: { before, after } })
    this.#noteFolders(path)
    const shown = `${describeLine(path, current, before, after)}${backup === null ? '' : `; backup ${backup}`}`
    // The engine must never be sent to files that are not there yet.
    this.#lastChanges.push({ kind: 'write', path, content, mode: dataFile, shown })
  }

  read(path: string): Uint8Array | null {
    return readFileIfThere(join(this.#directory, path))
  }

  finish(installation: Installation): Plan {
    this.#removeLeftovers()
    const isRenewed = (path: string): boolean => this.#replaced.some((file) => file.path === path)
    const carried = (this.#previous?.replaced ?? []).filter(({ path }) => !isRenewed(path))
    const recordAt = recordPath(installation.mode)
    this.#noteFolders(recordAt)
    const record: InstallRecord = {
      ...installation,
      files: this.#files,
      settings: this.#settings,
      replaced: [...carried, ...this.#replaced],
      folders: this.#folders,
    }
    const content = encodeRecord(record)
    const current = this.read(recordAt)
    const changes = [...this.#changes, ...this.#lastChanges]
    if (current === null || digestOf(current) !== digestOf(content)) {
      const shown = `${current === null ? 'create' : 'change'}  ${recordAt}, for 'uninstall'`
      // First, so that an installation that is cut off can be undone.
      changes.unshift({ kind: 'write', path: recordAt, content, mode: dataFile, shown })
    }
    return { changes, remarks: this.#remarks }
  }

  /** What an earlier installation replaced; not what it was cut off from replacing, with no backup of it yet. */
  #replacedBefore(path: string, current: Uint8Array | null): ReplacedFile | undefined {
    const earlier = this.#previous?.replaced.find((file) => file.path === path)
    if (earlier === undefined || earlier.backup === null || current === null) return earlier
    const isCutOff = digestOf(current) !== earlier.digest && this.read(earlier.backup) === null
    return isCutOff ? undefined : earlier
  }

  #write(path: string, content: Uint8Array, shown: string, mode: number): void {
    this.#noteFolders(path)
    this.#changes.push({ kind: 'write', path, content, mode, shown })
  }

  #noteFolders(path: string): void {
    const folder = dirname(path)
    if (folder === '.' || this.#folders.includes(folder) || existsSync(join(this.#directory, folder))) return
    this.#noteFolders(folder)
    this.#folders.push(folder)
  }

  /** Keeps what is there now: an earlier backup of the same file is of no more use. */
  #backUp(path: string, content: Uint8Array): string {
    const earlier = this.#previous?.replaced.find((file) => file.path === path)?.backup
    const backup = earlier ?? this.#freeName(`${path}.metamod-backup`)
    this.#changes.push({
      kind: 'write',
      path: backup,
      content,
      mode: dataFile,
      shown: `copy    ${backup} (${path})`,
    })
    return backup
  }

  #freeName(path: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? path : `${path}-${number}`
      if (!existsSync(join(this.#directory, name))) return name
    }
  }

  /** An earlier version had files that this one has not. */
  #removeLeftovers(): void {
    for (const path of Object.keys(this.#previous?.files ?? {})) {
      if (this.#files[path] !== undefined || this.read(path) === null) continue
      this.#changes.push({ kind: 'remove', path, shown: `remove  ${path}, of the version before` })
    }
  }
}

function describeLine(
  path: string,
  content: Uint8Array | null,
  before: string | null,
  after: string,
): string {
  if (content === null) return `create  ${path}: ${after}`
  if (before === null) return `change  ${path}: add ${after}`
  return `change  ${path}:${lineNumber(content, before)}: ${before.trim()} -> ${after}`
}
