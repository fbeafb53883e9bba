/**
 * The library that really is the game: the one that liblist.gam or gameinfo.txt named before Metamod came. Xash3D takes
 * `dlls/hl.so` there for a family of names and loads the one for its machine; config.ini names that very file.
 */
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'

import { readElfFile, type Architecture } from './elf.js'
import { configIni, isMetamod } from './layout.js'
import { InstallError } from './install-error.js'
import type { Game } from './game.js'

/** @throws InstallError where the engine loads another Metamod: two of them would hook each other. */
export function refuseOtherMetamod(game: Game, named: string): void {
  if (!isMetamod(named)) return
  const cure = `add '--guest' to become its plugin, or name the game DLL there again to replace it`
  throw new InstallError(`${game.settingsFile}: names a Metamod already, ${named}; ${cure}`)
}

const intelSuffix = /_i[3-6]86$/

/**
 * @param named - The library as the engine's settings name it, below the game directory.
 * @returns the file that exists, below the game directory.
 * @throws InstallError where none does.
 */
export function findRealGameDll(game: Game, named: string): string {
  const tried: string[] = []
  for (const candidate of candidates(game, named)) {
    const file = join(game.directory, candidate)
    if (!existsSync(file)) {
      tried.push(candidate)
      continue
    }
    const architecture = readElfFile(file)?.architecture ?? null
    if (architecture === game.architecture) return candidate
    tried.push(`${candidate} (${architecture === null ? 'no library for a server' : `for ${architecture}`})`)
  }
  const cure = `correct 'gamedll_linux' in ${game.settingsFile}, or write 'gamedll PATH' into ${configIni}`
  throw new InstallError(
    `${game.directory}: has no game DLL for ${game.architecture}; tried ${tried.join(', ')}; ${cure}`,
  )
}

function candidates(game: Game, named: string): string[] {
  const bare = posix.join(posix.dirname(named), posix.basename(named, '.so').replace(intelSuffix, ''))
  if (game.engine === 'hlds') return unique([named, `${bare}.so`, `${bare}_i386.so`])
  return unique([engineName(bare, game.architecture), named])
}

/** The name that Xash3D makes of a library's bare name. */
function engineName(bare: string, architecture: Architecture): string {
  return architecture === 'i386' ? `${bare}.so` : `${bare}_${architecture}.so`
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
