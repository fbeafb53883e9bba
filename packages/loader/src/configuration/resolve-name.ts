/**
 * Which file `meta load NAME` means. Administrators type the short name, so the usual endings and folders are tried;
 * plugins.ini is different, there a path is taken as it stands.
 */
import { existsSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'

import type { GameDirectory } from './game-directory.js'
import { readElfFile, type Architecture } from '../install/elf.js'
import {
  libraryEndings,
  libraryEndingsText,
  ownArchitecture,
  unmarkedEndings,
  withoutEnding,
} from './library-names.js'
import { RefusedError } from '../plugins/load-error.js'
import { oneLine } from '../one-line.js'
import type { PluginKind } from './plugins-ini.js'

const scriptEndings = ['.ts', '.js']
/** Another file is no plugin: reading it as a script would print a piece of it as a mistake. */
const pluginEndings = new Set(['.so', ...scriptEndings, '.mts', '.cts', '.mjs', '.cjs'])

export interface ResolvedPlugin {
  readonly kind: PluginKind
  readonly path: string
}

/**
 * @param architecture - The machine whose libraries are wanted.
 * @throws RefusedError if there is no such file.
 */
export function resolvePluginName(
  game: GameDirectory,
  name: string,
  architecture: Architecture | null = ownArchitecture(),
): ResolvedPlugin {
  if (game.holdsPlugin(name)) return { kind: 'script', path: name }
  let second: string | null = null
  // Who came from Windows may write its slashes.
  for (const candidate of candidates(name.replaceAll('\\', '/'), architecture)) {
    const path = game.resolve(candidate)
    if (!isPlugin(path)) continue
    if (!isForOtherMachine(path, architecture)) return { kind: kindOf(path), path }
    // It cannot be loaded, but whoever tries says why, and that is better than no file at all.
    second ??= path
  }
  if (second !== null) return { kind: 'native', path: second }
  if (statOf(game.resolve(name))?.isFile() === true) {
    const endings = ['.so', ...scriptEndings].join(', ')
    throw new RefusedError(`'${oneLine(name)}' is no plugin; the files of plugins end in ${endings}`)
  }
  const tried = isAbsolute(name) ? '' : `; also in ${foldersText(name)}`
  const place = isAbsolute(name) ? '' : ` in ${game.path}`
  throw new RefusedError(
    `no plugin file '${oneLine(name)}'${place}; tried it with ${endingsText(architecture)}${oneLine(tried, 400)}`,
  )
}

/** A library is native, everything else is for esbuild to read. */
export function kindOf(path: string): PluginKind {
  return extname(path) === '.so' ? 'native' : 'script'
}

/** The endings that are tried, for people. */
export function endingsText(architecture = ownArchitecture()): string {
  return `${scriptEndings.join(', ')}, ${libraryEndingsText(architecture)}`
}

/** The folders that are tried, for people. */
export function foldersText(name = 'FILE'): string {
  const folders = foldersFor(name).filter((folder) => folder !== '')
  return `${folders.slice(0, -1).join(', ')} and ${folders.at(-1)}`
}

/** The paths to try, the most likely first. */
function candidates(name: string, architecture: Architecture | null): string[] {
  const stem = withoutEnding(name)
  const endings = libraryEndings(architecture)
  const files = [
    ...['', ...scriptEndings].map((ending) => name + ending),
    ...endings.map((ending) => stem + ending),
    // metamod-p looks for this one too.
    ...unmarkedEndings(architecture).map((ending) => join(dirname(stem), `mm_${basename(stem)}${ending}`)),
  ]
  if (isAbsolute(name)) return files
  // `addons/NAME/NAME.so` is how native plugins are shipped; the folder itself would be a script plugin.
  const shipped = endings.flatMap((ending) =>
    ['', 'dlls/'].map((folder) => `addons/${stem}/${folder}${basename(stem)}${ending}`),
  )
  const inFolders = foldersFor(stem).flatMap((folder) => files.map((file) => folder + file))
  // A whole path means just that.
  const whole = ['.so', ...scriptEndings].includes(extname(name)) ? [name] : []
  return [...whole, ...shipped, ...inFolders]
}

function foldersFor(name: string): string[] {
  const own = `addons/${withoutEnding(name)}/`
  return ['', 'addons/', 'dlls/', own, `${own}dlls/`, 'addons/metamod/', 'addons/metamod/dlls/']
}

function isForOtherMachine(path: string, architecture: Architecture | null): boolean {
  if (architecture === null || kindOf(path) !== 'native') return false
  const library = readElfFile(path)
  // What is no library at all is not for another machine, it is broken.
  return library !== null && library.architecture !== architecture
}

/** Whether there is something that could be a plugin: not a device or pipe, from which reading may never end. */
function isPlugin(path: string): boolean {
  const found = statOf(path)
  if (found === null) return false
  if (!found.isDirectory()) return found.isFile() && pluginEndings.has(extname(path))
  return ['package.json', 'src/index.ts', 'index.ts', 'index.js'].some((entry) =>
    existsSync(`${path}/${entry}`),
  )
}

/** Null also where the name is longer than a file's can be, or may not be read. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}
