/** The Metamod that is on the server already, whose plugin we become. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'

import { findGameDllLine } from './game-dll-line.js'
import type { Game } from './game.js'
import { InstallError } from './install-error.js'
import { folders, guestLibrary, isMetamod } from './layout.js'
import { readRecord, type InstallRecord } from './record.js'

/** What the host's plugins.ini says of us. No Metamod takes a path with a space in it, and this has none. */
export const guestStatement = `linux ${guestLibrary}`

const ourLine = new RegExp(`^[ \\t]*linux[ \\t]+${guestLibrary.replaceAll('.', '\\.')}(?:[ \\t].*)?$`, 'im')

/**
 * The host's plugins.ini, below the game directory. It may not be there yet.
 *
 * @param chosen - The file that the administrator named, or an earlier installation found; or null.
 * @throws InstallError where there is no host, or there are several.
 */
export function findHostPlugins(game: Game, chosen: string | null, settings: Uint8Array): string {
  if (readRecord(game, 'standalone') !== null) {
    const cure = `list TypeScript plugins in ${folders.standalone}/plugins.ini, or uninstall first`
    throw new InstallError(
      `${folders.standalone}: is Metamod for TypeScript itself, no other Metamod; ${cure}`,
    )
  }
  if (chosen !== null) return chosen
  const { library } = findGameDllLine(settings, game.settingsFile)
  const named = isMetamod(library) ? hostFolderOf(game, library) : null
  const candidates = named === null ? installedHosts(game) : [named]
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) return posix.join(only, 'plugins.ini')
  const cure = `name the host's plugins.ini with '--host FILE'`
  if (only === undefined)
    throw new InstallError(
      `${game.directory}: has no other Metamod in addons/; ${cure}, or install without --guest`,
    )
  throw new InstallError(`${game.directory}: has several Metamods, ${candidates.join(', ')}; ${cure}`)
}

/** What `--host` names, below the game directory. @throws InstallError where no Metamod of this game can have it. */
export function namedHostPlugins(game: Game, named: string): string {
  const file = resolve(game.directory, named)
  const path = relative(game.directory, file)
  const isInside = path !== '' && !path.startsWith('..')
  const isFolder = existsSync(file) && statSync(file).isDirectory()
  if (isInside && !isFolder && existsSync(dirname(file))) return path
  const cure = `name it from there, such as '--host addons/metamod/plugins.ini'`
  throw new InstallError(`--host ${named}: is no file in a folder of ${game.directory}; ${cure}`)
}

/** The host's plugins.ini that an earlier installation changed or made; null where it found our line there. */
export function recordedHostPlugins({ replaced }: InstallRecord): string | null {
  return replaced.find(({ line }) => line?.after === guestStatement)?.path ?? null
}

/** @param hostPlugins - The content of the host's plugins.ini; null where it has none. */
export function namesUs(hostPlugins: Uint8Array | null): boolean {
  return hostPlugins !== null && ourLine.test(Buffer.from(hostPlugins).toString('latin1'))
}

/** Every Metamod looks for plugins.ini beside its library and one folder up. */
function hostFolderOf(game: Game, library: string): string {
  const beside = posix.dirname(library)
  const has = existsSync(join(game.directory, beside, 'plugins.ini'))
  return has || posix.basename(beside) !== 'dlls' ? beside : posix.dirname(beside)
}

/** Where a host is started with `-dll`, the engine's settings do not tell which. */
function installedHosts(game: Game): string[] {
  const addons = join(game.directory, 'addons')
  if (!existsSync(addons)) return []
  return readdirSync(addons)
    .map((name) => `addons/${name}`)
    .filter((folder) => folder !== folders.guest && hasMetamod(join(game.directory, folder)))
}

function hasMetamod(folder: string): boolean {
  return [folder, join(folder, 'dlls')].some(
    (place) =>
      existsSync(place) && readdirSyncQuietly(place).some((name) => isMetamod(name) && name.endsWith('.so')),
  )
}

function readdirSyncQuietly(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A file, or a folder that others may not read: no host of ours in either case.
    return []
  }
}
