/**
 * The plugin that somebody is writing, as the development server plays it: in a game directory of its own, `.metamod` in
 * the plugin's folder, made with the first start. What its author changes there stays.
 */
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { findEntry } from '../script/bundle.js'
import { reasonOf } from '../errors/reason.js'
import { ArgumentError } from './argument-error.js'

export interface Project {
  /** Absolute: the folder, or the file, that is loaded as a plugin. */
  readonly plugin: string
  /** Absolute: the file that the plugin starts with. */
  readonly entry: string
}

/** @throws ArgumentError where there is no plugin to be found. */
export function findProject(path: string): Project {
  const plugin = resolve(path)
  try {
    return { plugin, entry: findEntry(plugin) }
  } catch (error) {
    throw new ArgumentError(reasonOf(error))
  }
}

const files: Readonly<Record<string, string>> = {
  'addons/metamod/config.ini': `; Settings of Metamod, for the server that 'npm run dev' starts. This game is a small one that comes with it.
gamedll dlls/game.so
`,
  'addons/metamod/plugins.ini': `; Plugins to load before yours. A line is
;   linux PATH [description]   for a native library
;   ts PATH [description]      for a TypeScript or JavaScript file, or a package folder
`,
  'server.cfg': `// Runs with each map, after the plugins are loaded: set cvars of your plugin here.
`,
}

/** The project's game directory; a new one elsewhere if its folder may not be written to. */
export function projectGame({ plugin }: Project): string {
  const folder = statSync(plugin).isDirectory() ? plugin : dirname(plugin)
  try {
    return writeGame(join(folder, '.metamod'))
  } catch {
    return writeGame(mkdtempSync(join(tmpdir(), 'metamod-game-')))
  }
}

/** Makes a folder a game directory; files that are there stay. */
export function writeGame(game: string): string {
  for (const [name, text] of Object.entries(files)) {
    const file = join(game, name)
    if (existsSync(file)) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return game
}
