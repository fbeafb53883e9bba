/**
 * The game directory, and where its files are looked up. Paths in the configuration are relative to it. A file that is
 * not there is looked up in the overlays: directories of the same shape, such as the one into which a build puts its
 * libraries, so that nothing needs to be copied into the game to be tried. Metamod's own files lie in a folder that
 * need not be `addons/metamod`: as a guest of another Metamod we leave that one to the host.
 */
import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'

import { configDefaults, parseConfigIni, type Config } from './config-ini.js'
import type { IniProblem } from './ini-lines.js'
import { parsePluginsIni, type PluginLine } from './plugins-ini.js'

/** What a file said, and the lines of it that could not be understood, each as `FILE:LINE: message`. */
export interface Setting<Value> {
  readonly value: Value
  readonly problems: string[]
}

export class GameDirectory {
  readonly path: string
  /** Absolute; where config.ini is, and the other files unless it names them elsewhere. */
  readonly metamodDirectory: string
  readonly #overlays: readonly string[]

  constructor(path: string, overlays: readonly string[] = [], metamodDirectory = 'addons/metamod') {
    this.path = resolve(path)
    this.#overlays = overlays.map((overlay) => resolve(overlay))
    this.metamodDirectory = resolve(this.path, metamodDirectory)
  }

  /** config.ini as an administrator would write it. */
  get configFile(): string {
    return `${this.display(this.metamodDirectory)}/config.ini`
  }

  /** The absolute path for one from the configuration: of the file if there is one, else of where it should be. */
  resolve(path: string): string {
    // Normalised, because a plugin is known by its path.
    if (isAbsolute(path)) return resolve(path)
    const places = [this.path, ...this.#overlays].map((root) => join(root, path))
    return places.find((place) => existsSync(place)) ?? join(this.path, path)
  }

  /** A path as an administrator would write it. */
  display(file: string): string {
    const roots = [this.path, ...this.#overlays]
    const inside = roots
      .map((root) => relative(root, file))
      .find((path) => !path.startsWith('..') && !isAbsolute(path))
    return inside ?? file
  }

  readConfig(): Setting<Config> {
    const defaults = configDefaults(this.display(this.metamodDirectory))
    const text = this.#read(this.configFile)
    if (text === null) return { value: defaults, problems: [] }
    const { config, problems } = parseConfigIni(text, defaults)
    return { value: config, problems: withPlaces(this.configFile, problems) }
  }

  readPlugins(pluginsFile: string): Setting<PluginLine[]> {
    const text = this.#read(pluginsFile)
    if (text === null) {
      const cure = `create it with a line for each plugin, such as 'ts addons/hello.ts'`
      return { value: [], problems: [`${pluginsFile}: no such file in ${this.path}; ${cure}`] }
    }
    const { plugins, problems } = parsePluginsIni(text, pluginsFile)
    return { value: plugins, problems: withPlaces(pluginsFile, problems) }
  }

  has(path: string): boolean {
    return existsSync(this.resolve(path))
  }

  #read(path: string): string | null {
    const file = this.resolve(path)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
}

function withPlaces(file: string, problems: readonly IniProblem[]): string[] {
  return problems.map(({ line, message }) => `${file}:${line}: ${message}`)
}
