/**
 * plugins.ini, the list of plugins in the order of their hooks. A line reads `linux PATH [description]` for a native
 * library or `ts PATH [description]` for a TypeScript or JavaScript file or package folder. A path with spaces stands in
 * double quotes, which no other Metamod knows and no existing file needs.
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
import { isSamePlugin } from '../plugins/same-plugin.js'

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

interface Statement extends Omit<PluginLine, 'origin'> {
  /** Whether its word names this word size, so that it goes before a line that only says `linux`. */
  readonly isSpecific: boolean
}

/** Which libraries this process can load. */
const processBits = process.arch === 'ia32' || process.arch === 'arm' ? 32 : 64

const wordSizes: ReadonlyMap<string, number> = new Map([
  ['lin32', 32],
  ['linux32', 32],
  ['lin64', 64],
  ['linux64', 64],
])

// One file may serve several systems, so lines for the others are as good as comments.
const otherSystems = new Set(['win32', 'win64', 'mswin', 'osx', 'osx32', 'osx64', 'android'])

const example = "write 'linux PATH [description]' or 'ts PATH [description]'"

/** Reads plugins.ini. `file` names it in {@link PluginLine.origin}. */
export function parsePluginsIni(text: string, file = 'plugins.ini', bits: number = processBits): PluginsIni {
  const statements: (Statement & PluginLine)[] = []
  const problems: IniProblem[] = []
  for (const { number, text: line } of iniLines(text)) {
    const parsed = parseLine(line, bits)
    if (parsed === null) continue
    if (typeof parsed === 'string') problems.push({ line: number, message: parsed })
    else statements.push({ ...parsed, origin: `${file}:${number}` })
  }
  return { plugins: withoutGeneral(statements), problems }
}

/** The plugin of a line; null where it is meant for another system; a text where it is malformed. */
function parseLine(line: string, bits: number): Statement | string | null {
  const why = whyNoText(line)
  if (why !== null) return why
  const [word, rest] = splitWord(line)
  const platform = lowerCase(word)
  const size = wordSizes.get(platform)
  if (otherSystems.has(platform) || (size !== undefined && size !== bits)) return null
  const kind = platform === 'ts' ? 'script' : 'native'
  if (kind === 'native' && platform !== 'linux' && size === undefined)
    return `'${word}' is neither 'linux' nor 'ts'; ${example}`
  const parsed = readPath(rest)
  if (parsed === null) return `the path has an opening quote without its closing one; ${example}`
  const [path, description] = parsed
  if (path === '') return `'${word}' is not followed by a path; ${example}`
  return whyNoPath(path) ?? { kind, path, description: description || null, isSpecific: size !== undefined }
}

function readPath(text: string): readonly [path: string, description: string] | null {
  if (!text.startsWith('"')) return splitWord(text)
  const quoted = readQuoted(text)
  return quoted && [quoted[0], splitWord(`" ${quoted[1]}`)[1]]
}

/** Without the lines that say `linux` for what another says `lin64` or `lin32`. */
function withoutGeneral(statements: readonly (Statement & PluginLine)[]): PluginLine[] {
  const specific = statements.filter((line) => line.isSpecific)
  const isReplaced = (line: Statement): boolean =>
    line.kind === 'native' && !line.isSpecific && specific.some((other) => isSamePlugin(line, other))
  return statements
    .filter((line) => !isReplaced(line))
    .map(({ kind, path, description, origin }) => ({ kind, path, description, origin }))
}
