/** `doctor`: everything that keeps an installation from working, found before the server is started. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Config } from '../configuration/config-ini.js'
import { GameDirectory } from '../configuration/game-directory.js'
import { engineNames, findGame, gameName, type Game, type GameChoice } from '../install/game.js'
import { folders, type Mode } from '../install/layout.js'
import { readRecord, type InstallRecord } from '../install/record.js'
import { checkEsbuild, checkFiles, checkSystem, checkWritable } from './check-files.js'
import { checkEngineLine, checkGameDll } from './check-game.js'
import { checkLibnode } from './check-libnode.js'
import { checkPlugins } from './check-plugins.js'
import { fail, ok, showFinding, type Finding } from './finding.js'
import type { Installation } from './installation.js'
import { searchFolders, SystemLibraries } from './system-libraries.js'

export interface DoctorOptions {
  readonly directory: string
  readonly choice: GameChoice
  readonly print: (line: string) => void
  readonly environment?: NodeJS.ProcessEnv
  /** Where to look for libraries; the system's folders where left out. */
  readonly libraryFolders?: readonly string[]
}

const checks: readonly ((installation: Installation) => Finding[])[] = [
  checkFiles,
  checkEngineLine,
  checkGameDll,
  checkSystem,
  checkLibnode,
  checkEsbuild,
  checkPlugins,
  checkWritable,
]

/** Prints a line for each check. @returns whether none failed. @throws InstallError where there is no game. */
export function doctor(options: DoctorOptions): boolean {
  const findings = examine(options)
  for (const finding of findings) options.print(showFinding(finding))
  return findings.every(({ level }) => level !== 'FAIL')
}

function examine(options: DoctorOptions): Finding[] {
  const found = findGame(options.directory, options.choice)
  const record = readRecord(found, 'standalone') ?? readRecord(found, 'guest')
  if (record === null) {
    const cure = `run 'metamod-loader install ${options.directory}'`
    return [fail(gameName(found), `Metamod for TypeScript is not installed here; ${cure}`)]
  }
  // What was chosen at the installation need not be chosen again.
  const { engine, architecture } = options.choice
  const game = findGame(found.directory, {
    engine: engine ?? record.engine,
    architecture: architecture ?? record.architecture,
  })
  const intro = ok(gameName(game), `${engineNames[game.engine]}, ${game.architecture}, ${record.mode}`)
  const { config, configFile, findings } = readConfig(game, record.mode)
  const installation = {
    game,
    record,
    config,
    configFile,
    system: systemOf(game, options),
    environment: environmentOf(options),
  }
  return [intro, ...checkBoth(found, record), ...findings, ...checks.flatMap((check) => check(installation))]
}

/** Reads config.ini where the server will: in the core's own folder if an administrator has put it there. */
function readConfig(game: Game, mode: Mode): { config: Config; configFile: string; findings: Finding[] } {
  const coreFolder = join(game.directory, folders[mode], 'dlls')
  const isBesideCore = ['config.ini', 'plugins.ini'].some((name) => existsSync(join(coreFolder, name)))
  const metamodDirectory = isBesideCore ? coreFolder : folders[mode]
  const files = new GameDirectory(game.directory, [], { metamodDirectory, coreFolder })
  const { value, problems } = files.readConfig(mode === 'guest' ? null : () => '')
  const findings = problems.map((problem) => {
    const [subject = '', ...rest] = problem.split(': ')
    return fail(subject, rest.join(': '))
  })
  return { config: value, configFile: files.configFile, findings }
}

/** HLDS starts with its own folder first in the linker's path. */
function systemOf(game: Game, options: DoctorOptions): SystemLibraries {
  const root = game.engine === 'hlds' ? dirname(game.directory) : null
  const usual = searchFolders(game.architecture, root, environmentOf(options))
  return new SystemLibraries(options.libraryFolders ?? usual, game.architecture)
}

const environmentOf = (options: DoctorOptions): NodeJS.ProcessEnv => options.environment ?? process.env

function checkBoth(game: Game, record: InstallRecord): Finding[] {
  if (record.mode === 'guest' || readRecord(game, 'guest') === null) return []
  return [fail(folders.guest, `is installed as a guest as well; run 'uninstall', then install one of them`)]
}
