#!/usr/bin/env node
/** `npm create metamod-plugin`: asks what is not said, writes the project, and says what to do next. */
import { resolve } from 'node:path'

import own from '../package.json' with { type: 'json' }
import { parseArguments, usage, type Arguments } from './arguments.js'
import { CreateError } from './create-error.js'
import { installPackages, packageManager } from './package-manager.js'
import {
  checkName,
  contentsOf,
  defaultDescription,
  defaultFolder,
  displayFolder,
  likelyAuthor,
  nameFor,
} from './project.js'
import { ask, type Answers } from './questions.js'
import { writeProject, type Written } from './write-project.js'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(argv: readonly string[]): Promise<number> {
  const given = parseArguments(argv)
  if (given.help || given.version) {
    print(given.help ? usage.trimEnd() : own.version)
    return 0
  }
  if (given.name !== null) checkName(given.name)
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const answers = isTerminal && !given.yes ? await ask(given) : answersFrom(given)
  const written = writeProject(answers)
  const manager = packageManager()
  if (answers.install) print(`Installing packages with ${manager} …`)
  const failure = answers.install ? installPackages(manager, answers.folder) : null
  report(answers, written, failure)
  return failure === null ? 0 : 1
}

/** Without questions. @throws CreateError where an answer is missing and was not left to us. */
function answersFrom(given: Arguments): Answers {
  const { name, author, description, force } = given
  if (!given.yes && [name, author, description].includes(null)) {
    const missing = Object.entries({ name, author, description }).filter(([, value]) => value === null)
    const options = missing.map(([option]) => `--${option}`).join(', ')
    throw new CreateError(
      `there is no terminal to ask at; write --yes to take what is usual, or give ${options}`,
      true,
    )
  }
  const folder = resolve(given.folder ?? name?.replace(/^@[^/]*\//, '') ?? defaultFolder)
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

function report({ folder, install }: Answers, { files, kept }: Written, failure: string | null): void {
  const manager = packageManager()
  const place = displayFolder(folder)
  print(`${place}: ${files.length} files written`)
  if (kept.length > 0) print(`Left as they were: ${kept.join(', ')}`)
  if (failure !== null) {
    print(
      `${manager} install failed; the project itself is whole. Check the network, and go on with the commands below.`,
    )
    print(failure)
  }
  print('\nNext:')
  if (place !== '.') print(`  cd ${/[^\w./@-]/.test(place) ? `"${place}"` : place}`)
  if (!install || failure !== null) print(`  ${manager} install`)
  print(`  ${manager} run dev      a server with your plugin in it; type: as Ada say !hello`)
  print('README.md tells the rest.')
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
