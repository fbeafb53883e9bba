/** The game directory that an administrator named: its engine, for which machine that is, and where it names its DLL. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { readElfFile, type Architecture } from './elf.js'
import { InstallError } from './install-error.js'

export type Engine = 'xash' | 'hlds'

export interface Game {
  /** Absolute. */
  readonly directory: string
  readonly engine: Engine
  readonly architecture: Architecture
  /** The file that names the game DLL: `gameinfo.txt` or `liblist.gam`. */
  readonly settingsFile: string
}

/** What the command line fixes; null where it is to be found out. */
export interface GameChoice {
  readonly engine: Engine | null
  readonly architecture: Architecture | null
}

export const engineNames: Readonly<Record<Engine, string>> = { xash: 'Xash3D', hlds: 'HLDS/ReHLDS' }

const settingsFiles = ['gameinfo.txt', 'liblist.gam']
const engineFiles: Readonly<Record<Engine, readonly string[]>> = {
  xash: ['xash', 'xash3d', 'libxash.so'],
  hlds: ['hlds_linux', 'engine_i486.so', 'hlds_run'],
}
/** The machine that this process runs on, as servers' files name it. */
export const ownArchitectures: Readonly<Partial<Record<NodeJS.Architecture, Architecture>>> = {
  x64: 'amd64',
  ia32: 'i386',
  arm64: 'arm64',
}

/** @throws InstallError where there is no game, or no telling which one. */
export function findGame(path: string, choice: GameChoice): Game {
  const directory = findGameDirectory(resolve(path))
  const found = settingsFiles.filter((file) => existsSync(join(directory, file)))
  const engine = choice.engine ?? findEngine(directory, found)
  const settingsFile = engine === 'xash' ? found[0] : found.find((file) => file === 'liblist.gam')
  if (settingsFile === undefined) {
    throw new InstallError(
      `${directory}: has no liblist.gam, which HLDS and ReHLDS read; try '--engine xash'`,
    )
  }
  return {
    directory,
    engine,
    architecture: choice.architecture ?? findArchitecture(directory, engine),
    settingsFile,
  }
}

function findGameDirectory(path: string): string {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new InstallError(
      `${path}: no such directory; name the game's directory, such as 'valve' or 'cstrike'`,
    )
  if (isGame(path)) return path
  const games = readdirSync(path).filter((name) => isGame(join(path, name)))
  const [only, ...others] = games
  if (only !== undefined && others.length === 0) return join(path, only)
  const wanted = 'a game directory has a liblist.gam (HLDS, ReHLDS) or a gameinfo.txt (Xash3D)'
  const cure =
    only === undefined ? `name one, such as 'valve' or 'cstrike'` : `name one of ${games.join(', ')} in it`
  throw new InstallError(`${path}: is not a game directory; ${wanted}; ${cure}`)
}

function isGame(folder: string): boolean {
  return settingsFiles.some((file) => existsSync(join(folder, file)))
}

/** The engine's own files tell most: either kind of game directory may have been made for another engine. */
function findEngine(directory: string, found: readonly string[]): Engine {
  const hasFiles = (engine: Engine): boolean =>
    engineFiles[engine].some((file) => existsSync(join(dirname(directory), file)))
  if (hasFiles('xash') !== hasFiles('hlds')) return hasFiles('xash') ? 'xash' : 'hlds'
  return found.includes('gameinfo.txt') ? 'xash' : 'hlds'
}

function findArchitecture(directory: string, engine: Engine): Architecture {
  // There is no other HLDS, and its game DLLs are 32-bit ones on every machine.
  if (engine === 'hlds') return 'i386'
  const program = engineFiles.xash
    .map((file) => readElfFile(join(dirname(directory), file))?.architecture)
    .find((architecture) => architecture !== undefined && architecture !== null)
  return program ?? ownArchitectures[process.arch] ?? 'amd64'
}

/** The game directory as an administrator would call it. */
export const gameName = (game: Game): string => basename(game.directory)
