/** What a new project is called, and by whom it is. */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'

import { CreateError } from './create-error.js'
import { brokenRule, suggestName } from './package-name.js'

export interface Project {
  /** Absolute. */
  readonly folder: string
  readonly name: string
  readonly author: string
  readonly description: string
}

export const defaultDescription = 'A Metamod plugin.'

/** As many characters as a plugin may tell of itself in one text. */
const longestText = 200

/** A package's name without its scope: `@me/round-timer` is `round-timer`. */
export const bareName = (name: string): string => name.replace(/^@[^/]*\//, '')

/** The name that fits a folder. */
export function nameFor(folder: string): string {
  return suggestName(basename(folder))
}

/** @throws CreateError that tells the rule which an answer breaks, and one that breaks none. */
export function checkGiven(answers: { readonly name: string | null; readonly author: string | null }): void {
  const { name, author } = answers
  const problems = {
    '--name': name === null ? null : nameProblem(name),
    '--author': author === null ? null : authorProblem(author),
  }
  for (const [option, problem] of Object.entries(problems))
    if (problem !== null) throw new CreateError(`${option}: ${problem}`, true)
}

/** What is wrong with a name, and what would be right; null for a good one. */
export function nameProblem(name: string): string | null {
  const rule = brokenRule(name)
  return rule === null ? null : `a package's name ${rule}, got '${name}'; '${suggestName(name)}' would do`
}

/** What is wrong with an author's name; null for a good one. */
export function authorProblem(author: string): string | null {
  const isGood = author.length <= longestText && !/\p{Cc}/u.test(author)
  return isGood ? null : `must be one line of at most ${longestText} characters; give the name only`
}

/** Who is at the keyboard, as far as git knows; `unknown` where it does not. */
export function likelyAuthor(): string {
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], { encoding: 'utf8' })
  const name = status === 0 ? stdout.trim() : ''
  return name === '' || authorProblem(name) !== null ? 'unknown' : name
}
