/** What happens when Metamod is loaded, before there are plugins: config.ini is read, and the game DLL is loaded. */
import type { Bridge, FoundGame } from '@csr/metamod-sdk/host'

import type { Config } from './configuration/config-ini.js'
import { oldPlaceHints, type GameDirectory, type Setting } from './configuration/game-directory.js'
import type { Log } from './log.js'
import type { Parts } from './mode.js'
import { clauseOf } from './errors/reason.js'

/** Where the files are, and who is told what is wrong with them. */
export interface Boot {
  readonly game: GameDirectory
  readonly log: Log
}

/** Reads config.ini and reports what is wrong with it. */
export function readConfig({ game, log, bridge }: Boot & Pick<Parts, 'bridge'>): Config {
  const isGuest = bridge.hostName() !== ''
  const config = accept(game.readConfig(isGuest ? null : (key) => bridge.localInfo(key)), log)
  for (const hint of oldPlaceHints(config, game.display(game.metamodDirectory))) log.info(hint)
  return config
}

/** The level that `meta_debug` starts with. A server in developer mode tells more. */
export function startingDebugLevel({ debugLevel }: Config, developer: number): number {
  const tellsMore = 3
  return debugLevel === 0 && developer !== 0 ? tellsMore : debugLevel
}

const sources: Readonly<Record<FoundGame['source'], string>> = {
  environment: 'named by METAMOD_GAMEDLL',
  config: 'named in the configuration',
  front: 'named by the library that the engine loaded',
  known: 'known for this game',
  search: 'found by its exports',
  '': '',
}

/** Loads the game DLL. @returns false if there is none, so that the engine must give up. */
export function bootGameDll({ game, log }: Boot, bridge: Bridge, config: Config): boolean {
  const named = config.gameDll === null ? '' : game.resolve(config.gameDll)
  const { path, source, tried } = bridge.findGameDll(named, config.autodetect)
  if (path === '') {
    log.error(`no game DLL was found; ${cureFor(source, game, config)}; what was tried:`)
    for (const line of tried) log.info(`  ${line}`)
    return false
  }
  try {
    bridge.loadGameDll(path)
  } catch (error) {
    log.error(`game DLL ${path}: ${clauseOf(error)}; ${cureFor(source, game, config)}`)
    return false
  }
  log.info(`game DLL ${game.display(path)}, ${sources[source]}`)
  return true
}

/** What to do where it is the wrong library, or none. */
function cureFor(source: FoundGame['source'], game: GameDirectory, { sources: from }: Config): string {
  if (source === 'environment') return 'correct METAMOD_GAMEDLL'
  if (source === 'config') return `correct 'gamedll' in ${from.gamedll}`
  const line = `a line such as 'gamedll dlls/cs.so'`
  return game.has(game.configFile)
    ? `add ${line} to ${game.configFile}`
    : `create ${game.configFile} in ${game.path} with ${line}`
}

function accept<Value>({ value, problems }: Setting<Value>, log: Log): Value {
  for (const problem of problems) log.error(problem)
  return value
}
