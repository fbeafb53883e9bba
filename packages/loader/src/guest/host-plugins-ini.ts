/**
 * The host's own plugins.ini, in which an administrator may list stubs to say where among native plugins they stand. No
 * Metamod tells where its file is, but it is the one that lists us.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

import type { GameDirectory } from '../configuration/game-directory.js'
import { iniLines } from '../configuration/ini-lines.js'

/** A library that the host was told to load. */
export interface HostLine {
  /** Absolute. */
  readonly file: string
  /** Where it is listed, such as `addons/metamod/plugins.ini:3`. */
  readonly origin: string
}

/** What the host lists besides us; null if its file is not found. */
export function readHostPlugins(game: GameDirectory, core: string): HostLine[] | null {
  const ours = realpathSync(core)
  for (const file of candidates(game)) {
    const lines = read(game, file)
    const others = lines.filter((line) => !existsSync(line.file) || realpathSync(line.file) !== ours)
    if (others.length < lines.length) return others
  }
  return null
}

/** Hosts keep it beside their library, or in the folder above. */
function candidates({ path }: GameDirectory): string[] {
  const addons = join(path, 'addons')
  const folders = existsSync(addons) ? readdirSync(addons).sort() : []
  return folders
    .flatMap((folder) => [join(folder, 'dlls', 'plugins.ini'), join(folder, 'plugins.ini')])
    .map((file) => join(addons, file))
    .filter((file) => existsSync(file))
}

function read(game: GameDirectory, file: string): HostLine[] {
  return iniLines(textOf(file)).flatMap(({ number, text }) => {
    // `linux` for most, `lin32` and `lin64` for metamod-p, which takes them in any case.
    const [, path] = /^(?:linux|lin32|lin64)\s+(\S+)/i.exec(text) ?? []
    return path === undefined ? [] : [{ file: game.resolve(path), origin: `${game.display(file)}:${number}` }]
  })
}

/** A file that cannot be read is not the one that the host has read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
