/** What is said when the project is there: what was written, what went wrong, and what to type next. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { displayFolder, quoted } from './folder.js'
import { missingFrom } from './missing-from-package.js'
import type { PackageManager } from './package-manager.js'
import type { Answers } from './questions.js'
import { templatePackage, type Written } from './write-project.js'

export interface Outcome {
  readonly answers: Answers
  readonly manager: PackageManager
  readonly written: Written
  /** Why the packages could not be installed; null if they were, or were not to be. */
  readonly failure: string | null
}

/** The lines of it. */
export function report(outcome: Outcome): readonly string[] {
  const { answers, manager, written, failure } = outcome
  const place = displayFolder(answers.folder)
  return [
    `${place}: ${written.files.length} files written`,
    ...leftOver(outcome),
    ...(failure === null
      ? []
      : [
          `${manager} install failed; the project itself is whole. Check the network, and go on with the commands below.`,
          failure,
        ]),
    '\nNext:',
    ...(place === '.' ? [] : [`  cd ${quoted(place)}`]),
    ...(answers.install && failure === null ? [] : [`  ${manager} install`]),
    `  ${manager} run dev      a server with your plugin in it; type: as Ada say !hello`,
    'README.md tells the rest.',
  ]
}

/** The commands do nothing without their lines in package.json, so those that it lacks are told. */
function leftOver({ answers, manager, written }: Outcome): readonly string[] {
  const { kept } = written
  if (kept.length === 0) return []
  const lines = [`Left as they were: ${kept.join(', ')}`]
  if (!kept.includes('package.json')) return lines
  const there = readFileSync(join(answers.folder, 'package.json'), 'utf8')
  const missing = missingFrom(there, templatePackage(answers, manager))
  return missing.length === 0 ? lines : [...lines, 'Add to package.json:', ...missing]
}
