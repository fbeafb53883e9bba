/**
 * plugins.ini, the list of plugins in the order of their hooks. A line reads `linux PATH [description]` for a native
 * library or `ts PATH [description]` for a TypeScript or JavaScript file or package folder. A path with spaces stands in
 * double quotes, which no other Metamod knows and no existing file needs.
 */
import { iniLines, type IniProblem } from './ini-lines.js'

export type PluginKind = 'native' | 'script'

/** One plugin as an administrator listed it. */
export interface PluginLine {
  readonly kind: PluginKind
  readonly path: string
  readonly description: string | null
  /** Where it was listed, such as `plugins.ini:3`. */
  readonly origin: string
}

export interface PluginsIni {
  readonly plugins: PluginLine[]
  readonly problems: IniProblem[]
}

const kinds: ReadonlyMap<string, PluginKind> = new Map([
  ['linux', 'native'],
  ['ts', 'script'],
])

// One file may serve several systems, so lines for the others are as good as comments.
const otherSystems = new Set(['win32', 'win64', 'mswin', 'osx', 'osx32', 'osx64', 'android'])

const statement = /^(?<word>\S+)(?:\s+(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]\S*))(?:\s+(?<description>.+))?)?$/
const example = "write 'linux PATH [description]' or 'ts PATH [description]'"

/** Reads plugins.ini. `file` names it in {@link PluginLine.origin}. */
export function parsePluginsIni(text: string, file = 'plugins.ini'): PluginsIni {
  const plugins: PluginLine[] = []
  const problems: IniProblem[] = []
  for (const { number, text: line } of iniLines(text)) {
    const parsed = parseLine(line)
    if (parsed === null) continue
    if (typeof parsed === 'string') problems.push({ line: number, message: parsed })
    else plugins.push({ ...parsed, origin: `${file}:${number}` })
  }
  return { plugins, problems }
}

/** The plugin of a line; null where it is meant for another system; a text where it is malformed. */
function parseLine(line: string): Omit<PluginLine, 'origin'> | string | null {
  const firstWord = line.split(/\s/, 1)[0] ?? ''
  const word = firstWord.toLowerCase()
  if (otherSystems.has(word)) return null
  const kind = kinds.get(word)
  if (kind === undefined) return `'${firstWord}' is neither 'linux' nor 'ts'; ${example}`
  const groups = statement.exec(line)?.groups
  if (groups === undefined) return `the path has an opening quote without its closing one; ${example}`
  const path = groups['quoted'] ?? groups['plain'] ?? ''
  if (path === '') return `'${firstWord}' is not followed by a path; ${example}`
  return { kind, path, description: groups['description'] ?? null }
}
