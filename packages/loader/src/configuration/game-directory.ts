/**
 * The game directory, and where its files are looked up. Paths in the configuration are relative to it. A file that is
 * not there is looked up in the overlays: directories of the same shape, such as the one into which a build puts its
 * libraries, so that nothing needs to be copied into the game to be tried. Metamod's own files lie in a folder that
 * need not be `addons/metamod`: as a guest of another Metamod we leave that one to the host.
 */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'

import { applyLocalInfo, configDefaults, parseConfigIni, type Config } from './config-ini.js'
import type { IniProblem } from './ini-lines.js'
import { parsePluginsIni, type PluginLine } from './plugins-ini.js'
import { readSettings } from './settings-file.js'

/** What a file said, and the lines of it that could not be understood, each as `FILE:LINE: message`. */
export interface Setting<Value> {
  readonly value: Value
  readonly problems: string[]
  /** Whether there was no such file, or one that could not be read, so that it says nothing at all. */
  readonly isUnread?: boolean
}

export interface Placement {
  /** Where config.ini is, and the other files unless it names them elsewhere; relative to the game directory. */
  readonly metamodDirectory?: string
  /** The folder of the core library, if that is known. Where it is Metamod's own, the one above may hold files too. */
  readonly coreFolder?: string
}

/** Answers what `+localinfo` set, '' for what it did not. */
export type LocalInfo = (key: string) => string

// What Metamod's files were called, in the game directory itself, before there was addons/metamod.
const oldNames = { pluginsFile: 'metamod.ini', execFile: 'metaexec.cfg' } as const

export class GameDirectory {
  readonly path: string
  /** Absolute; where config.ini is, and the other files unless it names them elsewhere. */
  readonly metamodDirectory: string
  readonly #overlays: readonly string[]
  readonly #folders: readonly string[]
  #configFile: string
  /** Whether a path stands for a plugin that is no file, such as one that a test made. */
  readonly holdsPlugin: (path: string) => boolean = () => false

  constructor(path: string, overlays: readonly string[] = [], placement: string | Placement = {}) {
    const { metamodDirectory = 'addons/metamod', coreFolder = null } =
      typeof placement === 'string' ? { metamodDirectory: placement } : placement
    this.path = resolve(path)
    this.#overlays = overlays.map((overlay) => resolve(overlay))
    this.metamodDirectory = resolve(this.path, metamodDirectory)
    const isCoreFolder = coreFolder !== null && real(coreFolder) === real(this.metamodDirectory)
    this.#folders = isCoreFolder
      ? [this.metamodDirectory, dirname(this.metamodDirectory)]
      : [this.metamodDirectory]
    this.#configFile = this.#ownFile('config.ini')
  }

  /** config.ini as an administrator would write it. */
  get configFile(): string {
    return this.#configFile
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

  /**
   * Reads config.ini.
   *
   * @param localInfo - What is heard above it; null as a guest, whose host those settings are for.
   */
  readConfig(localInfo: LocalInfo | null = null): Setting<Config> {
    const named = localInfo?.('mm_configfile') ?? ''
    if (named !== '') this.#configFile = named
    const { text, problem } = readSettings(this.resolve(this.configFile))
    const read = parseConfigIni(text ?? '', this.#defaults(localInfo !== null), this.configFile)
    const problems = withPlaces(this.configFile, read.problems)
    if (problem !== null) problems.push(`${this.configFile}: ${problem}`)
    if (named !== '' && text === null && problem === null)
      problems.push(`${named}: no such file in ${this.path}; correct 'localinfo mm_configfile'`)
    if (localInfo === null) return { value: read.config, problems }
    const { config, problems: others } = applyLocalInfo(read.config, localInfo)
    return { value: config, problems: [...problems, ...others] }
  }

  readPlugins(pluginsFile: string): Setting<PluginLine[]> {
    const { text, problem } = readSettings(this.resolve(pluginsFile))
    if (text !== null) {
      const { plugins, problems } = parsePluginsIni(text, pluginsFile)
      return { value: plugins, problems: withPlaces(pluginsFile, problems) }
    }
    const cure = `create it with a line for each plugin, such as 'ts addons/hello.ts'`
    const why = problem ?? `no such file in ${this.path}; ${cure}`
    return { value: [], problems: [`${pluginsFile}: ${why}`], isUnread: true }
  }

  has(path: string): boolean {
    return existsSync(this.resolve(path))
  }

  #defaults(isStandalone: boolean): Config {
    const defaults = configDefaults(this.display(this.metamodDirectory))
    const files = { pluginsFile: this.#ownFile('plugins.ini'), execFile: this.#ownFile('exec.cfg') }
    for (const name of ['pluginsFile', 'execFile'] as const) {
      const isOld = isStandalone && !this.has(files[name]) && existsSync(join(this.path, oldNames[name]))
      if (isOld) files[name] = oldNames[name]
    }
    return { ...defaults, ...files }
  }

  /** One of Metamod's files, in the first folder that has it; else where it should be. */
  #ownFile(name: string): string {
    const places = this.#folders.map((folder) => `${this.display(folder)}/${name}`)
    return places.find((place) => this.has(place)) ?? places[0] ?? name
  }
}

/** What to do about files that lie where Metamod had them decades ago. */
export function oldPlaceHints({ pluginsFile, execFile }: Config, newFolder: string): string[] {
  const moves = [
    [pluginsFile, oldNames.pluginsFile, 'plugins.ini'],
    [execFile, oldNames.execFile, 'exec.cfg'],
  ] as const
  return moves
    .filter(([file, old]) => file === old)
    .map(([, old, name]) => `${old}: found in its old place; better move it to ${newFolder}/${name}`)
}

function withPlaces(file: string, problems: readonly IniProblem[]): string[] {
  return problems.map(({ line, message }) => `${file}:${line}: ${message}`)
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
