/** Whether the engine, or the host Metamod, will load us, and whether we will load the right game. */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

import { readElfFile } from '../install/elf.js'
import { findGameDllLine, gameDllStatement } from '../install/game-dll-line.js'
import type { Game } from '../install/game.js'
import { namesUs, recordedHostPlugins } from '../install/host.js'
import { InstallError } from '../install/install-error.js'
import { engineLibrary, guestLibrary, isMetamod } from '../install/layout.js'
import { readFileIfThere } from '../install/read-file.js'
import { fail, ok, warn, type Finding } from './finding.js'
import type { Installation } from './installation.js'

export function checkEngineLine(installation: Installation): Finding[] {
  return installation.record.mode === 'guest' ? checkHostLine(installation) : checkSettingsFile(installation)
}

function checkSettingsFile({ game, record }: Installation): Finding[] {
  const file = game.settingsFile
  const target = engineLibrary(record.engine)
  const library = namedLibrary(game)
  if (typeof library !== 'string') return [library]
  if (library !== target) {
    const cure = `run 'install' again, or write ${gameDllStatement(target)} there`
    return [fail(file, `names ${library} as the game DLL, so Metamod is not loaded; ${cure}`)]
  }
  return [...checkRenewal(game.directory, file), ok(file, gameDllStatement(target))]
}

/** The library that the engine's settings name, or what is wrong with them. */
function namedLibrary({ directory, settingsFile }: Game): string | Finding {
  const content = readFileIfThere(join(directory, settingsFile)) ?? new Uint8Array()
  try {
    return findGameDllLine(content, settingsFile).library
  } catch (error) {
    if (error instanceof InstallError)
      return fail(settingsFile, error.message.replace(`${settingsFile}: `, ''))
    throw error
  }
}

/** Xash3D makes gameinfo.txt anew from a liblist.gam that is newer. */
function checkRenewal(directory: string, file: string): Finding[] {
  const other = join(directory, 'liblist.gam')
  if (file !== 'gameinfo.txt' || !existsSync(other)) return []
  if (statSync(other).mtimeMs <= statSync(join(directory, file)).mtimeMs) return []
  return [fail(file, `is older than liblist.gam, from which Xash3D will make it anew; run 'touch ${file}'`)]
}

function checkHostLine({ game, record }: Installation): Finding[] {
  const hostFile = recordedHostPlugins(record)
  const cure = `run 'install --guest' again`
  if (hostFile === null)
    return [warn('host', `it is not known which plugins.ini names ${guestLibrary}; ${cure}`)]
  const content = readFileIfThere(join(game.directory, hostFile))
  if (namesUs(content)) return [...checkHostIsLoaded(game), ok(hostFile, `names ${guestLibrary}`)]
  return [fail(hostFile, `does not name ${guestLibrary}, so the host does not load it; ${cure}`)]
}

/** An update of the game resets its settings. A host that the server is started with by `-dll` is not in them at all. */
function checkHostIsLoaded(game: Game): Finding[] {
  const library = namedLibrary(game)
  if (typeof library !== 'string') return [library]
  if (isMetamod(library)) return []
  const cure = `write the host's library there, unless the server is started with it by '-dll'`
  return [warn(game.settingsFile, `names ${library} as the game DLL, and no Metamod; ${cure}`)]
}

export function checkGameDll(installation: Installation): Finding[] {
  const { game, record, config, configFile: subject } = installation
  if (record.mode === 'guest') return []
  const example = `a line such as 'gamedll dlls/hl.so'`
  if (config.gameDll === null && config.autodetect)
    return [warn(subject, `names no game DLL, so the server looks for it; ${example} makes sure`)]
  if (config.gameDll === null)
    return [fail(subject, `names no game DLL, and 'autodetect' is off; add ${example}`)]
  const path = isAbsolute(config.gameDll) ? config.gameDll : join(game.directory, config.gameDll)
  const named = `gamedll ${config.gameDll}`
  if (!existsSync(path)) return [fail(subject, `${named}: there is no such file; correct the path`)]
  if (isOurs(installation, path))
    return [fail(subject, `${named}: that is Metamod itself; name the game's own DLL`)]
  if (isMetamod(config.gameDll))
    return [warn(subject, `${named}: looks like another Metamod; name the game's own DLL`)]
  const architecture = readElfFile(path)?.architecture ?? null
  if (architecture === game.architecture) return [...checkFront(installation), ok(subject, named)]
  const what = architecture === null ? 'is no library for a server' : `is for ${architecture}`
  return [fail(subject, `${named}: ${what}, the server is ${game.architecture}; name the right one`)]
}

function isOurs({ game, record }: Installation, path: string): boolean {
  const real = realpathSync(path)
  return Object.keys(record.files)
    .map((file) => join(game.directory, file))
    .some((file) => existsSync(file) && realpathSync(file) === real)
}

/** The library that HLDS loads has the game DLL's name in it. */
function checkFront({ record, config }: Installation): Finding[] {
  if (record.engine !== 'hlds' || record.gameDll === config.gameDll) return []
  const text = `HLDS was prepared for ${record.gameDll ?? 'no game DLL'}, so it would not find this one's entities`
  return [fail('gamedll', `${text}; run 'install' again`)]
}
