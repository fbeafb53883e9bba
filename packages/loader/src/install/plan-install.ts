/** Everything that `install` changes, standalone or as a guest. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

import { defaultConfig, parseConfigIni, type Config } from '../configuration/config-ini.js'
import { stampTemplate } from '../stamp.js'
import type { Plan } from './change.js'
import { findGameDllLine, gameDllStatement } from './game-dll-line.js'
import { engineNames, type Game } from './game.js'
import { findHostPlugins, guestStatement, namedHostPlugins, namesUs, recordedHostPlugins } from './host.js'
import { InstallError } from './install-error.js'
import { configIni, coreLibrary, engineLibrary, folders, frontLibrary, type Mode } from './layout.js'
import { PlanBuilder, program, type Installation } from './plan-builder.js'
import { findRealGameDll, refuseOtherMetamod } from './real-game-dll.js'
import { readRecord, type InstallRecord } from './record.js'
import { newConfigIni, newPluginsIni } from './settings-files.js'
import type { Sources } from './sources.js'

export interface InstallRequest {
  readonly game: Game
  readonly sources: Sources
  readonly mode: Mode
  /** The plugins.ini of the host, below the game directory; null to look for it. */
  readonly host: string | null
}

/** @throws InstallError where it cannot be done; nothing has been changed by then. */
export function planInstall(request: InstallRequest): Plan {
  return request.mode === 'guest' ? planGuest(request) : planStandalone(request)
}

function planStandalone({ game, sources }: InstallRequest): Plan {
  if (readRecord(game, 'guest') !== null) {
    const cure = `add '--guest' to renew it, or run 'uninstall' first`
    throw new InstallError(`${folders.guest}: is installed as another Metamod's guest; ${cure}`)
  }
  const previous = readRecord(game, 'standalone')
  const builder = new PlanBuilder(game.directory, previous)
  const line = findGameDllLine(builder.read(game.settingsFile) ?? new Uint8Array(), game.settingsFile)
  const target = engineLibrary(game.engine)
  const isInstalled = previous !== null && line.library === target
  if (!isInstalled) {
    refuseOtherEngine(game, line.library, previous)
    refuseOtherMetamod(game, line.library)
  }
  const { gameDll: configured, autodetect } = configOf(builder)
  const gameDll = configured ?? (isInstalled ? previous.gameDll : null) ?? findRealGameDll(game, line.library)
  if (configured === null && !autodetect) refuseConfigWithout(gameDll)

  putLibraries(builder, game, sources, 'standalone')
  if (game.engine === 'hlds') putFront(builder, game, sources, gameDll)
  putModules(builder, sources, 'standalone')
  builder.offer(configIni, newConfigIni(gameDll))
  builder.offer(`${folders.standalone}/plugins.ini`, newPluginsIni('standalone'))
  if (!isInstalled) builder.changeLine(game.settingsFile, line.text, gameDllStatement(target))
  return builder.finish(installation(game, sources, 'standalone', gameDll))
}

function planGuest({ game, sources, host }: InstallRequest): Plan {
  const previous = readRecord(game, 'guest')
  const builder = new PlanBuilder(game.directory, previous)
  const recorded = previous === null ? null : recordedHostPlugins(previous)
  const chosen = host === null ? recorded : namedHostPlugins(game, host)
  const hostPlugins = findHostPlugins(game, chosen, builder.read(game.settingsFile) ?? new Uint8Array())
  putLibraries(builder, game, sources, 'guest')
  putModules(builder, sources, 'guest')
  builder.offer(`${folders.guest}/config.ini`, newConfigIni(null))
  builder.offer(`${folders.guest}/plugins.ini`, newPluginsIni('guest'))
  if (!namesUs(builder.read(hostPlugins))) builder.changeLine(hostPlugins, null, guestStatement)
  return builder.finish(installation(game, sources, 'guest', null))
}

/** The line in the engine's settings is ours, so putting it there again would make it what `uninstall` restores. */
function refuseOtherEngine(game: Game, named: string, previous: InstallRecord | null): void {
  if (previous === null || named !== engineLibrary(previous.engine)) return
  const what = `is installed for ${engineNames[previous.engine]}, not for ${engineNames[game.engine]}`
  throw new InstallError(`${folders.standalone}: ${what}; run 'uninstall' first`)
}

/** Another Metamod may have left a config.ini. Ours finds the game DLL by itself, unless it is told not to. */
function refuseConfigWithout(gameDll: string): void {
  throw new InstallError(
    `${configIni}: names no game DLL, and 'autodetect' is off; add the line 'gamedll ${gameDll}' and install again`,
  )
}

/** An administrator's own choice comes before what the engine's settings name. */
function configOf(builder: PlanBuilder): Config {
  const text = builder.read(configIni)
  return text === null ? defaultConfig : parseConfigIni(Buffer.from(text).toString('utf8')).config
}

const templates = new Set(['metamod_stub.so', 'metamod_front.so'])

/** The core under the name that the engine or the host asks for, and beside it what the core looks for. */
function putLibraries(builder: PlanBuilder, game: Game, { native }: Sources, mode: Mode): void {
  const core = coreLibrary(mode, game.engine, game.architecture)
  const put = (path: string, name: string): void =>
    builder.put(path, readFileSync(join(native, name)), `native/${game.architecture}/${name}`, program)
  put(core, 'metamod.so')
  for (const name of readdirSync(native).sort()) {
    const isWanted = templates.has(name)
      ? name === 'metamod_stub.so' && mode === 'guest'
      : name !== 'metamod.so'
    if (isWanted) put(posix.join(posix.dirname(core), name), name)
  }
}

/**
 * The library that HLDS loads: it depends on the core and, second, on the game DLL, so that looking up an entity class in
 * it finds the game's. Both are named from its own folder, because the server may be started from any.
 */
function putFront(builder: PlanBuilder, game: Game, { native }: Sources, gameDll: string): void {
  const folder = posix.dirname(frontLibrary)
  const core = posix.relative(folder, coreLibrary('standalone', game.engine, game.architecture))
  const fields = {
    bridge: `$ORIGIN/${core}`,
    game: posix.isAbsolute(gameDll) ? gameDll : `$ORIGIN/${posix.relative(folder, gameDll)}`,
  }
  const front = stampTemplate(readFileSync(join(native, 'metamod_front.so')), fields)
  builder.put(frontLibrary, front, `leads to the core and to ${gameDll}`, program)
}

function putModules(builder: PlanBuilder, { modules }: Sources, mode: Mode): void {
  for (const { path, file, isProgram, origin } of modules) {
    const target = `${folders[mode]}/node_modules/${path}`
    builder.put(target, readFileSync(file), origin, isProgram ? program : undefined)
  }
}

function installation(game: Game, { version }: Sources, mode: Mode, gameDll: string | null): Installation {
  return { version, mode, engine: game.engine, architecture: game.architecture, gameDll }
}
