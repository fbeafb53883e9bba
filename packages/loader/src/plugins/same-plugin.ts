/**
 * Which plugins are one and the same, though their lines differ. Administrators of other Metamods list builds of a plugin for
 * several platforms one below the other, and the last one that fits counts; so for libraries the rule is Metamod's: the same
 * file name in whatever folder, the same but for an ending such as `_i386`, or the same description. A TypeScript plugin is
 * known by its path alone, because many are called index.ts. Plugins with one log tag both run, and the log says so:
 * Metamods write of taking them for one, and do not.
 */
import { basename } from 'node:path'

import type { Plugin, PluginRequest } from './plugin.js'

const libraryEnding = /\.[^.]*$/
const platformEnding = /_(?:i[3-6]86|amd64|x86[-_]64|arm64|aarch64)$/

type Line = Pick<PluginRequest, 'kind' | 'path' | 'description'>

/** What a plugin is known by: two that share one of these are the same. */
export function identitiesOf({ kind, path, description }: Line): string[] {
  if (kind !== 'native') return [`path ${path}`]
  const described = description === null ? [] : [`description ${description.toLowerCase()}`]
  return [`path ${path}`, `file ${bareName(path)}`, ...described]
}

export function isSamePlugin(a: Line, b: Line): boolean {
  const known = new Set(identitiesOf(a))
  return identitiesOf(b).some((identity) => known.has(identity))
}

/** Another running plugin that writes into the log under the same name; null if there is none. */
export function sharesLogTag(plugin: Plugin, others: readonly Plugin[]): Plugin | null {
  const tag = plugin.info?.logTag ?? ''
  if (tag === '') return null
  return others.find((other) => other !== plugin && other.isLoaded && other.info?.logTag === tag) ?? null
}

function bareName(path: string): string {
  return basename(path).replace(libraryEnding, '').replace(platformEnding, '')
}
