/**
 * exec.cfg: console commands to run once the plugins are loaded. The engine runs them, in its next frame, and looks for
 * the file by itself: only below the game directory, only by a relative path.
 */
import { existsSync, realpathSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'

import type { Config } from './config-ini.js'
import type { GameDirectory } from './game-directory.js'
import type { Log } from '../log.js'

/** The console command that runs exec.cfg; null where there is none to run, and the log says why if one was named. */
export function execCommand(game: GameDirectory, log: Log, config: Config): string | null {
  const source = config.sources.exec_cfg
  const place = source === 'default' ? config.execFile : `${source}: ${config.execFile}`
  const file = game.resolve(config.execFile)
  if (!existsSync(file)) {
    if (source !== 'default') log.error(`${place}: no such file; correct the path of 'exec_cfg'`)
    return null
  }
  const path = inside(game.path, file)
  if (path === null) {
    log.error(`${place}: is not below ${game.path}, and engines exec nothing else; move the file there`)
    return null
  }
  // A console splits its lines at these, also inside of quotes in some engines.
  if (/["'`;\n]/.test(path)) {
    log.error(`${place}: a console cannot be told such a name; call the file exec.cfg`)
    return null
  }
  return path.includes(' ') ? `exec "${path}"` : `exec ${path}`
}

/** A file's path below a folder, links followed if need be; null if it is not there. */
function inside(folder: string, file: string): string | null {
  const paths = [relative(folder, file), relative(realpathSync(folder), realpathSync(file))]
  return paths.find((path) => !path.startsWith('..') && !isAbsolute(path)) ?? null
}
