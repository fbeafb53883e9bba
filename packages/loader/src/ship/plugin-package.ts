/** The plugin that is to be built, as its folder tells: what it is called on a server, its version, and its first file. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { findEntry } from '../script/bundle.js'
import { reasonOf } from '../errors/reason.js'
import { displayFile } from '../errors/source-place.js'
import { ShipError } from './ship-error.js'

export interface PluginPackage {
  /** Absolute. */
  readonly folder: string
  /** Absolute. */
  readonly entry: string
  /** What its folder below `addons` is called. */
  readonly name: string
  readonly version: string
}

/**
 * @param path - The plugin's folder, or its one file.
 * @throws ShipError where there is no plugin, or none that could be given a name.
 */
export function readPluginPackage(path: string): PluginPackage {
  const place = resolve(path)
  const entry = entryOf(place)
  const isFolder = statSync(place).isDirectory()
  const folder = isFolder ? place : dirname(place)
  const description = isFolder ? readDescription(join(folder, 'package.json')) : {}
  const given = description.name ?? basename(place).replace(/\.[cm]?[jt]s$/, '')
  return { folder, entry, name: folderName(given), version: description.version ?? '0.0.0' }
}

function entryOf(place: string): string {
  try {
    return findEntry(place)
  } catch (error) {
    throw new ShipError(reasonOf(error))
  }
}

interface Description {
  readonly name?: string
  readonly version?: string
}

function readDescription(file: string): Description {
  if (!existsSync(file)) return {}
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null) return {}
  const { name, version } = read as Record<string, unknown>
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof version === 'string' ? { version } : {}),
  }
}

/** A package's name without its scope. It becomes a folder, and a word in plugins.ini. */
function folderName(name: string): string {
  const bare = name.replace(/^@[^/]*\//, '')
  if (/^[A-Za-z0-9_][\w.-]*$/.test(bare)) return bare
  throw new ShipError(
    `${displayFile('package.json')}: name must be letters, digits, '-', '_' and '.', got '${name}'; it becomes the plugin's folder below addons`,
  )
}
