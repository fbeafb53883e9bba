/** What happens when the engine loads Metamod: the game DLL first, then the plugins in the order of plugins.ini. */
import { LoadTime } from '@csr/metamod-sdk'
import type { Bridge } from '@csr/metamod-sdk/host'

import type { Config } from './config-ini.js'
import { configFile, type GameDirectory, type Setting } from './game-directory.js'
import { RefusedError } from './load-error.js'
import type { Log } from './log.js'
import type { PluginList } from './plugin-list.js'
import type { PluginRequest } from './plugin.js'
import { kindOf } from './resolve-name.js'

export interface Boot {
  readonly bridge: Bridge
  readonly game: GameDirectory
  readonly plugins: PluginList
  readonly log: Log
  /** Absolute paths of plugins to load after those of plugins.ini. */
  readonly extraPlugins: readonly string[]
}

/** Reads config.ini and reports what is wrong with it. */
export function readConfig(game: GameDirectory, log: Log): Config {
  return accept(game.readConfig(), log)
}

/** Loads the game DLL. @returns false if there is none, so that the engine must give up. */
export function bootGameDll({ bridge, game, log }: Boot, config: Config): boolean {
  if (config.gameDll === null) {
    const example = "a line such as 'gamedll dlls/cs.so'"
    log.error(
      game.has(configFile)
        ? `${configFile}: names no game DLL; add ${example}`
        : `${configFile}: no such file in ${game.path}; create it with ${example}`,
    )
    return false
  }
  const path = game.resolve(config.gameDll)
  try {
    bridge.loadGameDll(path)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.error(`game DLL ${path}: ${why}; correct 'gamedll' in ${configFile}`)
    return false
  }
  log.info(`game DLL ${game.display(path)}`)
  return true
}

/** Loads the plugins. One that fails is logged, and the others are loaded all the same. */
export function bootPlugins({ game, plugins, log, extraPlugins }: Boot, config: Config): void {
  const lines = accept(game.readPlugins(config.pluginsFile), log)
  const requests: PluginRequest[] = [
    ...lines.map(({ kind, path, description }) => ({
      kind,
      path: game.resolve(path),
      description,
      source: 'ini' as const,
    })),
    ...extraPlugins.map((path) => ({
      kind: kindOf(path),
      path,
      description: null,
      source: 'command' as const,
    })),
  ]
  for (const request of requests) {
    try {
      plugins.load(request, LoadTime.Startup)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      log.error(`${game.display(request.path)}: ${error.message}`)
    }
  }
  const running = plugins.all.filter((plugin) => plugin.isRunning).length
  log.info(`${running} of ${requests.length} plugins are running; 'meta list' shows them`)
}

function accept<Value>({ value, problems }: Setting<Value>, log: Log): Value {
  for (const problem of problems) log.error(problem)
  return value
}
