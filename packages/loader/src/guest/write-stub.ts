/** Puts a stub on the disk. A failure has its cure with it, because a full or read-only disk is nobody's mistake here. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { PluginLoadError } from '../plugins/load-error.js'

/** A library that is mapped must not change under its process, so the new one takes the old one's place as a whole. */
export function replaceStub(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.new`
  try {
    writeFileSync(draft, content)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

const cures: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on the disk',
  EDQUOT: 'free some space on the disk',
  EROFS: 'make the folder writable for the server',
  EACCES: 'make the folder writable for the server',
  EPERM: 'make the folder writable for the server',
}

/** @param file - As an administrator would write it. */
export function cannotWrite(file: string, error: unknown): PluginLoadError {
  const { code = '', message } = error as NodeJS.ErrnoException
  // Node's message goes on with the system call and the path.
  const [why = message] = message.replace(`${code}: `, '').split(',')
  const cure = cures[code] ?? 'make sure that its folder can be written to'
  return new PluginLoadError('stub', `its stub ${file} cannot be written: ${why}; ${cure}`, { cause: error })
}
