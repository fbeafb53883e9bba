/**
 * Folders, of which the system tells what changes in them: one watcher a folder, however many plugins have files there.
 * Folders and not files, because most editors save by putting another file in the place of the old one. Where the system
 * does not tell, whoever watches is asked to look once in a while.
 */
import { statfsSync, statSync, watch, type FSWatcher } from 'node:fs'
import { basename } from 'node:path'

import type { Undo } from '@csr/metamod-sdk'

import { reasonOf } from '../errors/reason.js'

/** @param name - What has changed in the folder; null where that is not known, or nothing may have. */
export type FolderListener = (name: string | null) => void

type Open = (folder: string, listener: FolderListener) => FSWatcher

interface Folder {
  readonly listeners: Set<FolderListener>
  /** Null while its listeners have to look for themselves. */
  watcher: FSWatcher | null
  /** Which folder it was when the watcher was opened: one of the same path may have come in its place. */
  identity: string
}

const openWatcher: Open = (folder, listener) =>
  watch(folder, { persistent: false }, (_, name) => listener(name))

export class FolderWatches {
  readonly #folders = new Map<string, Folder>()
  readonly #trouble: (why: string) => void
  readonly #open: Open

  /**
   * @param trouble - Told why a folder cannot be watched, if it is not just missing.
   * @param open - Opens a watcher.
   */
  constructor(trouble: (why: string) => void, open = openWatcher) {
    this.#trouble = trouble
    this.#open = open
  }

  /** How many folders the system watches for us. */
  get watched(): number {
    return [...this.#folders.values()].filter(({ watcher }) => watcher !== null).length
  }

  watch(path: string, listener: FolderListener): Undo {
    const folder = this.#folders.get(path) ?? { listeners: new Set(), watcher: null, identity: '' }
    folder.listeners.add(listener)
    if (!this.#folders.has(path)) {
      this.#folders.set(path, folder)
      this.#begin(path, folder)
    }
    return () => {
      folder.listeners.delete(listener)
      if (folder.listeners.size > 0 || this.#folders.get(path) !== folder) return
      folder.watcher?.close()
      this.#folders.delete(path)
    }
  }

  /** Lets those look for themselves whose folders are not watched, or were replaced. To be called once in a while. */
  poll(): void {
    for (const [path, folder] of this.#folders) {
      if (folder.identity !== identityOf(path)) this.#begin(path, folder)
      else if (folder.watcher !== null) continue
      tell(folder, null)
    }
  }

  #begin(path: string, folder: Folder): void {
    folder.watcher?.close()
    folder.watcher = null
    folder.identity = identityOf(path)
    if (folder.identity === missing || isRemote(path)) return
    try {
      const watcher = this.#open(path, (name) => {
        // The system says so too when the folder itself is moved or deleted.
        const isItself = name === basename(path) && folder.identity !== identityOf(path)
        if (isItself) this.#begin(path, folder)
        tell(folder, isItself ? null : name)
      })
      watcher.on('error', (error) => this.#giveUp(folder, error))
      folder.watcher = watcher
    } catch (error) {
      this.#giveUp(folder, error)
    }
  }

  #giveUp(folder: Folder, error: unknown): void {
    folder.watcher?.close()
    folder.watcher = null
    this.#trouble(reasonOf(error))
  }
}

function tell({ listeners }: Folder, name: string | null): void {
  for (const listener of [...listeners]) listener(name)
}

const missing = ''

function identityOf(folder: string): string {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev}:${ino}`
  } catch {
    return missing
  }
}

// NFS, SMB (three forms), 9p, FUSE and VirtualBox's shared folders, by their numbers in statfs(2): what others change
// there, the kernel does not hear of.
const remoteTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x786f4256])

function isRemote(folder: string): boolean {
  try {
    return remoteTypes.has(statfsSync(folder).type)
  } catch {
    return false
  }
}
