/**
 * config.ini: which game DLL to load, and where the other files are. A line reads `KEY VALUE`, the value in double quotes
 * or without. `+localinfo` on the server's command line says the same by other names, and is heard above the file.
 */
import {
  iniLines,
  lowerCase,
  readQuoted,
  splitWord,
  whyNoPath,
  whyNoText,
  type IniProblem,
} from './ini-lines.js'

export interface Config {
  /** The real game DLL, below the game directory; null where the file does not name one. */
  readonly gameDll: string | null
  readonly pluginsFile: string
  /** Console commands to run after the plugins are loaded. */
  readonly execFile: string
  readonly debugLevel: number
  /** Whether to look for the game DLL where {@link gameDll} is null. */
  readonly autodetect: boolean
  /** Whether `meta version` and `meta list` answer a client that types them. */
  readonly clientMeta: boolean
  /** Whether the columns of `meta list` are as wide as their widest cell, or cut to the classic widths. */
  readonly alignList: boolean
  /** The libnode that the core starts, which has read this by itself; null to look for one. */
  readonly libnode: string | null
  /** For how many milliseconds a plugin's file or attach may run before it is taken for an endless loop; 0 for any time. */
  readonly loadTimeoutMs: number
  /** Where each value comes from: `default`, a line such as `addons/metamod/config.ini:3`, or `localinfo mm_debug`. */
  readonly sources: Readonly<Record<ConfigKey, string>>
}

/** The settings, as config.ini calls them. */
export type ConfigKey = keyof typeof settings

type Values = Omit<Config, 'sources'>

interface Setting {
  /** What `+localinfo` calls it; null where only the file can say it. */
  readonly localInfo: string | null
  /** What changes, or what is wrong with the value. */
  readonly read: (value: string) => Partial<Values> | string
}

const settings = {
  debuglevel: { localInfo: 'mm_debug', read: wholeNumber((debugLevel) => ({ debugLevel })) },
  gamedll: { localInfo: 'mm_gamedll', read: path((gameDll) => ({ gameDll })) },
  plugins_file: { localInfo: 'mm_pluginsfile', read: path((pluginsFile) => ({ pluginsFile })) },
  exec_cfg: { localInfo: 'mm_execcfg', read: path((execFile) => ({ execFile })) },
  autodetect: { localInfo: 'mm_autodetect', read: yesOrNo((autodetect) => ({ autodetect })) },
  clientmeta: { localInfo: 'mm_clientmeta', read: yesOrNo((clientMeta) => ({ clientMeta })) },
  dynalign_list: { localInfo: 'mm_dynalign_list', read: yesOrNo((alignList) => ({ alignList })) },
  libnode: { localInfo: null, read: path((libnode) => ({ libnode })) },
  load_timeout: { localInfo: null, read: wholeNumber((loadTimeoutMs) => ({ loadTimeoutMs })) },
} satisfies Record<string, Setting>

/** The settings' names, in the order in which they are shown. */
export const configKeys = Object.keys(settings) as readonly ConfigKey[]

// A cvar is a float, and holds no more exactly.
const largest = 2 ** 24

function wholeNumber(change: (number: number) => Partial<Values>): Setting['read'] {
  return (value) => {
    const isNumber = /^\d+$/.test(value) && Number(value) <= largest
    return isNumber ? change(Number(value)) : `must be a whole number from 0 to ${largest}, got '${value}'`
  }
}

function path(change: (path: string) => Partial<Values>): Setting['read'] {
  return (value) => whyNoPath(value) ?? change(value)
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'true', 'on', '1'].map((word) => [word, true] as const),
  ...['no', 'false', 'off', '0'].map((word) => [word, false] as const),
])

function yesOrNo(change: (isOn: boolean) => Partial<Values>): Setting['read'] {
  return (value) => {
    const isOn = booleans.get(lowerCase(value))
    return isOn === undefined ? `must be 'yes' or 'no', got '${value}'` : change(isOn)
  }
}

/**
 * What holds where nothing is said.
 *
 * @param folder - Metamod's own, as an administrator would write it.
 */
export function configDefaults(folder: string): Config {
  return {
    gameDll: null,
    pluginsFile: `${folder}/plugins.ini`,
    execFile: `${folder}/exec.cfg`,
    debugLevel: 0,
    autodetect: true,
    clientMeta: false,
    alignList: true,
    libnode: null,
    loadTimeoutMs: 5000,
    sources: Object.fromEntries(configKeys.map((key) => [key, 'default'])) as Config['sources'],
  }
}

export const defaultConfig: Config = configDefaults('addons/metamod')

export interface ConfigIni {
  readonly config: Config
  readonly problems: IniProblem[]
}

/** Reads config.ini, which {@link Config.sources} calls `file`. The last line of a setting counts. */
export function parseConfigIni(text: string, defaults = defaultConfig, file = 'config.ini'): ConfigIni {
  let config = defaults
  const problems: IniProblem[] = []
  for (const { number, text: line } of iniLines(text)) {
    const change = readLine(line)
    if (typeof change === 'string') problems.push({ line: number, message: change })
    else config = withChange(config, change.key, change.values, `${file}:${number}`)
  }
  return { config, problems }
}

/** What `+localinfo` says above the file; `localInfo` answers '' for what it does not say. */
export function applyLocalInfo(
  config: Config,
  localInfo: (key: string) => string,
): { readonly config: Config; readonly problems: string[] } {
  const problems: string[] = []
  for (const key of configKeys) {
    const { localInfo: name, read } = settings[key]
    const value = name === null ? '' : localInfo(name)
    if (value === '') continue
    const values = read(value)
    if (typeof values === 'string') problems.push(`localinfo ${name}: ${values}`)
    else config = withChange(config, key, values, `localinfo ${name}`)
  }
  return { config, problems }
}

function withChange(config: Config, key: ConfigKey, values: Partial<Values>, source: string): Config {
  return { ...config, ...values, sources: { ...config.sources, [key]: source } }
}

function readLine(line: string): { key: ConfigKey; values: Partial<Values> } | string {
  const why = whyNoText(line)
  if (why !== null) return why
  const [word, written] = splitWord(line)
  const key = configKeys.find((name) => name === lowerCase(word))
  if (key === undefined) return `'${word}' is no setting; the settings are ${configKeys.join(', ')}`
  const value = unquoted(written)
  if (value === null)
    return `${key} has a quote too few or too many; write '${key} VALUE' or '${key} "VALUE"'`
  if (value === '') return `'${word}' has no value; write '${key} VALUE'`
  const values = settings[key].read(value)
  return typeof values === 'string' ? `${key} ${values}` : { key, values }
}

/** The value without the quotes around it; null where they are not one at each end. */
function unquoted(value: string): string | null {
  if (!value.startsWith('"')) return value
  const [inside, rest] = readQuoted(value) ?? ['', 'unclosed']
  return rest === '' ? inside : null
}
