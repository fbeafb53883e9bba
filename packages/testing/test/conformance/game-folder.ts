/** A game directory for one server, called `test` as the test server calls its own. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface GameFolder {
  readonly path: string
  readonly remove: () => void
}

/** @param gameDlls - The folder with the game DLL, which is then found by its exports; none if left out. */
export function gameFolder(gameDlls?: string): GameFolder {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'metamod-')))
  const path = join(parent, 'test')
  mkdirSync(path)
  writeFileSync(join(path, 'readme.txt'), 'Read me.\n')
  if (gameDlls !== undefined) symlinkSync(gameDlls, join(path, 'dlls'))
  return { path, remove: () => rmSync(parent, { recursive: true, force: true }) }
}
