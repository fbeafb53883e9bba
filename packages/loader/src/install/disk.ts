/** The few things that an installation does to a disk, behind one interface: a test can let any of them fail. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { reasonOf } from '../errors/reason.js'
import { InstallError } from './install-error.js'

export interface Disk {
  /** Writes a new file with these permissions. It belongs to whom `like`, a file or folder, belongs to. */
  write(path: string, content: Uint8Array, mode: number, like: string): void
  makeFolder(path: string): void
  rename(from: string, to: string): void
  remove(path: string): void
  removeFolder(path: string): void
}

export const realDisk: Disk = {
  write(path, content, mode, like) {
    writeFileSync(path, content)
    // The mode that writeFileSync takes is cut by the umask of whoever installs.
    chmodSync(path, mode)
    giveTo(path, like)
  },
  makeFolder(path) {
    mkdirSync(path)
    giveTo(path, dirname(path))
  },
  rename: renameSync,
  remove: (path) => rmSync(path),
  removeFolder: rmdirSync,
}

/** What root installs must not become root's: the server, which runs as another user, writes there too. */
function giveTo(path: string, like: string): void {
  if (process.getuid?.() !== 0 || !existsSync(like)) return
  const { uid, gid } = statSync(like)
  chownSync(path, uid, gid)
}

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room on it',
  EDQUOT: 'the disk quota is used up; make room',
  EROFS: 'the file system is read-only; mount it for writing',
  EACCES: 'no permission to write there; run this as the user that the game directory belongs to',
  EPERM: 'no permission to write there; run this as the user that the game directory belongs to',
}

/** A failure of the disk, with its cure. */
export function diskError(path: string, error: unknown): InstallError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = explanations[code] ?? reasonOf(error)
  return new InstallError(`${path}: ${why}`, { cause: error })
}
