/**
 * Changes files so that all of it can be taken back, also on a disk that is full or has just become read-only: old files
 * are moved aside and not copied, and nothing is thrown away before the last change has succeeded. A file that a running
 * server has open is replaced, never written into.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Disk } from './disk.js'

interface Step {
  readonly path: string
  readonly action: () => void
}

export class Journal {
  readonly #disk: Disk
  readonly #undo: Step[] = []
  readonly #cleanUp: Step[] = []

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** Writes a file whole, and the folders above it. One that is there keeps its permissions. */
  write(path: string, content: Uint8Array, mode: number): void {
    const isThere = existsSync(path)
    // A link stays one: what it leads to is changed.
    const file = isThere ? realpathSync(path) : path
    this.#makeFolders(dirname(file))
    const fresh = `${file}.metamod-new`
    this.#undo.push({ path, action: () => this.#removeIfThere(fresh) })
    const like = isThere ? file : dirname(file)
    this.#disk.write(fresh, content, isThere ? statSync(file).mode & 0o7777 : mode, like)
    if (isThere) this.#moveAside(file)
    else this.#undo.push({ path, action: () => this.#removeIfThere(file) })
    this.#disk.rename(fresh, file)
  }

  remove(path: string): void {
    this.#moveAside(path)
  }

  removeEmptyFolder(path: string): void {
    // What was moved aside in it goes with the clean-up, so only then can it be told whether the folder is empty.
    const action = (): void => {
      if (existsSync(path) && readdirSync(path).length === 0) this.#disk.removeFolder(path)
    }
    this.#cleanUp.push({ path, action })
  }

  /** Ends well: throws away what was moved aside. @returns the files where that failed. */
  commit(): string[] {
    return runAll(this.#cleanUp)
  }

  /** Ends badly: puts everything back, the last change first. @returns the files where that failed. */
  rollBack(): string[] {
    return runAll(this.#undo.slice().reverse())
  }

  #makeFolders(folder: string): void {
    if (existsSync(folder)) return
    this.#makeFolders(dirname(folder))
    this.#disk.makeFolder(folder)
    this.#undo.push({ path: folder, action: () => this.#disk.removeFolder(folder) })
  }

  #moveAside(path: string): void {
    const old = `${path}.metamod-old`
    this.#disk.rename(path, old)
    this.#undo.push({ path, action: () => this.#disk.rename(old, path) })
    this.#cleanUp.push({ path: old, action: () => this.#disk.remove(old) })
  }

  #removeIfThere(path: string): void {
    if (existsSync(path)) this.#disk.remove(path)
  }
}

/** Runs every step, also after one that failed. */
function runAll(steps: readonly Step[]): string[] {
  const failed: string[] = []
  for (const { path, action } of steps) {
    try {
      action()
    } catch {
      failed.push(path)
    }
  }
  return failed
}
