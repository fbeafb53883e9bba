/** The files of one plugin, watched: tells once when they have come to rest after a change. */
import { dirname, join } from 'node:path'

import type { Undo } from '@csr/metamod-sdk'

import { stampFiles, type FileStamps } from '../plugins/file-stamps.js'
import type { FolderWatches } from './folder-watches.js'

export class FileWatch {
  readonly #folders: FolderWatches
  readonly #restMs: number
  readonly #changed: (file: string | null) => void
  readonly #undos = new Map<string, Undo>()
  #paths: ReadonlySet<string> = new Set()
  #stamps: FileStamps = new Map()
  #takesAny = false
  #timer: NodeJS.Timeout | null = null

  /**
   * @param restMs - How long nothing must have happened before it is told: editors write in several steps.
   * @param changed - Told which file was the last to change, where that is known.
   */
  constructor(folders: FolderWatches, restMs: number, changed: (file: string | null) => void) {
    this.#folders = folders
    this.#restMs = restMs
    this.#changed = changed
  }

  /**
   * Watches these files from now on, and no others. One that does not exist is waited for.
   *
   * @param takesAny - Whether any other file in their folders counts as well.
   */
  set(paths: ReadonlySet<string>, takesAny: boolean): void {
    const folders = new Set([...paths].map((path) => dirname(path)))
    for (const [folder, undo] of [...this.#undos]) if (!folders.has(folder)) this.#drop(folder, undo)
    for (const folder of folders) if (!this.#undos.has(folder)) this.#add(folder)
    this.#paths = paths
    this.#takesAny = takesAny
    // What was stamped before stays so: a change that came meanwhile is still to be seen.
    this.#stamps = new Map(
      [...stampFiles(takesAny ? [...paths, ...folders] : paths)].map(([path, stamp]) => [
        path,
        this.#stamps.get(path) ?? stamp,
      ]),
    )
  }

  /** Tells of a change after the usual rest, as if a file had changed now. */
  touch(file: string | null = null): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#changed(file)
    }, this.#restMs)
    // It must not hold a process that has nothing else to do.
    this.#timer.unref()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    for (const [folder, undo] of [...this.#undos]) this.#drop(folder, undo)
  }

  #add(folder: string): void {
    this.#undos.set(
      folder,
      this.#folders.watch(folder, (name) => {
        if (name === null) this.#look()
        else if (this.#takesAny || this.#paths.has(join(folder, name))) this.touch(join(folder, name))
      }),
    )
  }

  #drop(folder: string, undo: Undo): void {
    undo()
    this.#undos.delete(folder)
  }

  #look(): void {
    const now = stampFiles(this.#stamps.keys())
    const changed = [...now].find(([path, stamp]) => this.#stamps.get(path) !== stamp)
    if (changed === undefined) return
    this.#stamps = now
    this.touch(changed[0])
  }
}
