/** config.ini: which game DLL to load, and where the other files are. A line reads `KEY VALUE`. */
import { iniLines, type IniProblem } from './ini-lines.js'

export interface Config {
  /** The real game DLL, below the game directory; null where the file does not name one. */
  readonly gameDll: string | null
  readonly pluginsFile: string
  /** Console commands to run after the plugins are loaded. */
  readonly execFile: string
  readonly debugLevel: number
  /** The libnode that the core starts, which has read this by itself; null to look for one. */
  readonly libnode: string | null
  /** For how many milliseconds a plugin's file or attach may run before it is taken for an endless loop; 0 for any time. */
  readonly loadTimeoutMs: number
}

export interface ConfigIni {
  readonly config: Config
  readonly problems: IniProblem[]
}

/**
 * What holds where config.ini says nothing.
 *
 * @param folder - Metamod's own, as an administrator would write it.
 */
export function configDefaults(folder: string): Config {
  return {
    gameDll: null,
    pluginsFile: `${folder}/plugins.ini`,
    execFile: `${folder}/exec.cfg`,
    debugLevel: 0,
    libnode: null,
    loadTimeoutMs: 5000,
  }
}

export const defaultConfig: Config = configDefaults('addons/metamod')

type Setter = (value: string) => Partial<Config> | string

const setters: Readonly<Record<string, Setter>> = {
  gamedll: (value) => ({ gameDll: value }),
  plugins_file: (value) => ({ pluginsFile: value }),
  exec_cfg: (value) => ({ execFile: value }),
  libnode: (value) => ({ libnode: value }),
  debuglevel: wholeNumber('debuglevel', (debugLevel) => ({ debugLevel })),
  load_timeout: wholeNumber('load_timeout', (loadTimeoutMs) => ({ loadTimeoutMs })),
}

function wholeNumber(key: string, change: (number: number) => Partial<Config>): Setter {
  return (value) =>
    /^\d+$/.test(value) ? change(Number(value)) : `${key} must be a whole number from 0, got '${value}'`
}

// Keys of other Metamods that have no meaning here: an administrator may bring the file along as it is.
const foreignKeys = new Set(['autodetect', 'clientmeta', 'dynalign_list'])

export function parseConfigIni(text: string, defaults: Config = defaultConfig): ConfigIni {
  let config = defaults
  const problems: IniProblem[] = []
  for (const { number, text: line } of iniLines(text)) {
    const change = parseLine(line)
    if (typeof change === 'string') problems.push({ line: number, message: change })
    else config = { ...config, ...change }
  }
  return { config, problems }
}

function parseLine(line: string): Partial<Config> | string {
  const [, key = '', value = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
  const name = key.toLowerCase()
  if (foreignKeys.has(name)) return {}
  const setter = Object.hasOwn(setters, name) ? setters[name] : undefined
  if (setter === undefined)
    return `'${key}' is no setting; the settings are ${Object.keys(setters).join(', ')}`
  if (value === '') return `'${key}' has no value; write '${name} VALUE'`
  return setter(value)
}
