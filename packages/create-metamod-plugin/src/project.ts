/** What a new project is called, and where it goes. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'

import { CreateError } from './create-error.js'
import { brokenRule, suggestName } from './package-name.js'

export interface Project {
  /** Absolute. */
  readonly folder: string
  readonly name: string
  readonly author: string
  readonly description: string
}

export const defaultFolder = 'my-metamod-plugin'
export const defaultDescription = 'A Metamod plugin.'

/** The name that fits a folder. */
export function nameFor(folder: string): string {
  return suggestName(basename(resolve(folder)))
}

/** @throws CreateError that tells the rule which the name breaks, and a name that breaks none. */
export function checkName(name: string): string {
  const problem = nameProblem(name)
  if (problem === null) return name
  throw new CreateError(`--name: ${problem}`, true)
}

/** What is wrong with a name, and what would be right; null for a good one. */
export function nameProblem(name: string): string | null {
  const rule = brokenRule(name)
  return rule === null ? null : `a package's name ${rule}, got '${name}'; '${suggestName(name)}' would do`
}

/** What is in a folder, without what says nothing of a project; nothing where there is no folder yet. */
export function contentsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  if (!statSync(folder).isDirectory())
    throw new CreateError(`${displayFolder(folder)}: is a file; name a folder, or move the file away`)
  try {
    return readdirSync(folder).filter((name) => !['.git', '.DS_Store', 'Thumbs.db'].includes(name))
  } catch {
    throw new CreateError(`${displayFolder(folder)}: cannot be read; make it readable and writable for you`)
  }
}

/** As one would write it from here. */
export function displayFolder(folder: string): string {
  const path = relative(process.cwd(), folder)
  if (path === '') return '.'
  return path.startsWith('..') ? folder : path
}

/** Who is at the keyboard, as far as git knows; `unknown` where it does not. */
export function likelyAuthor(): string {
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], { encoding: 'utf8' })
  const name = status === 0 ? stdout.trim() : ''
  return name === '' ? 'unknown' : name
}
