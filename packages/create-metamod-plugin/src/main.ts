#!/usr/bin/env node
/** `npm create metamod-plugin`: asks what is not said, writes the project, and says what to do next. */
import own from '../package.json' with { type: 'json' }
import { parseArguments, usage, type Arguments } from './arguments.js'
import { CreateError } from './create-error.js'
import { contentsOf, defaultFolder, displayFolder, folderFrom } from './folder.js'
import { installPackages, packageManager } from './package-manager.js'
import { bareName, checkGiven, defaultDescription, likelyAuthor, nameFor } from './project.js'
import { ask, type Answers } from './questions.js'
import { report } from './report.js'
import { writeProject } from './write-project.js'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(argv: readonly string[]): Promise<number> {
  const given = parseArguments(argv)
  if (given.help || given.version) {
    print(given.help ? usage.trimEnd() : own.version)
    return 0
  }
  checkGiven(given)
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const answers = isTerminal && !given.yes ? await ask(given) : answersFrom(given)
  const manager = packageManager()
  const written = writeProject(answers, manager)
  if (answers.install) print(`Installing packages with ${manager} …`)
  const failure = answers.install ? installPackages(manager, answers.folder) : null
  report({ answers, manager, written, failure }).forEach(print)
  return failure === null ? 0 : 1
}

/** Without questions. @throws CreateError where an answer is missing and was not left to us. */
function answersFrom(given: Arguments): Answers {
  const { name, author, description, force } = given
  if (!given.yes && [name, author, description].includes(null)) {
    const missing = Object.entries({ name, author, description }).filter(([, value]) => value === null)
    const options = missing.map(([option]) => `--${option}`).join(', ')
    throw new CreateError(
      `there is no terminal to ask at; write --yes to take what is usual, or give ${options}; with npm behind --`,
      true,
    )
  }
  const folder = folderFrom(given.folder ?? (name === null ? defaultFolder : bareName(name)))
  if (contentsOf(folder).length > 0 && !force)
    throw new CreateError(
      `${displayFolder(folder)}: is not empty; name another folder, or write --force, which leaves the files that are there as they are`,
    )
  return {
    folder,
    name: name ?? nameFor(folder),
    author: author ?? likelyAuthor(),
    description: description ?? defaultDescription,
    install: given.install ?? false,
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const isOurs = error instanceof CreateError
    const text = isOurs
      ? `create-metamod-plugin: ${error.message}`
      : error instanceof Error
        ? error.stack
        : error
    process.stderr.write(`${String(text)}\n`)
    process.exitCode = isOurs && error.isUsage ? 2 : 1
  },
)
