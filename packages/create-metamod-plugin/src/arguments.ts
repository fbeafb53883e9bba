/** The command line of `npm create metamod-plugin`: every question is also an option. */
import { parseArgs } from 'node:util'

import { CreateError } from './create-error.js'

export interface Arguments {
  /** Where the project goes; null where that is not said. */
  readonly folder: string | null
  readonly name: string | null
  readonly author: string | null
  readonly description: string | null
  /** Whether to take what is usual instead of asking. */
  readonly yes: boolean
  /** Whether a folder with something in it will do; what is there stays. */
  readonly force: boolean
  /** Whether to install the packages; null where that is not said. */
  readonly install: boolean | null
  readonly help: boolean
  readonly version: boolean
}

export const usage = `usage: npm create metamod-plugin [FOLDER] -- [options]

Writes a folder with a small plugin in TypeScript, its test, and all it takes to run it. It asks for what is not said here.

  --name NAME         name of the package, and so of its folder below addons (that of FOLDER)
  --author NAME       who writes it (git's user.name)
  --description TEXT  what it does, in a sentence
  --yes               does not ask, and takes what is in brackets here
  --force             writes into a folder with something in it; files that are there stay as they are
  --install           runs 'npm install' in it; --no-install leaves that to you
  --help, --version
`

/** @throws CreateError that names the option. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const [folder = null, extra] = positionals
  if (extra !== undefined)
    throw new CreateError(
      `takes one folder, got '${folder ?? ''}' and '${extra}'; put a path with blanks in quotes, and with npm all options behind --`,
      true,
    )
  if (values.install && values['no-install'])
    throw new CreateError('--install and --no-install cannot both be; leave one out', true)
  return {
    folder,
    name: values.name ?? null,
    author: values.author ?? null,
    description: values.description ?? null,
    yes: values.yes,
    force: values.force,
    install: values.install ? true : values['no-install'] ? false : null,
    help: values.help,
    version: values.version,
  }
}

const options = {
  name: { type: 'string' },
  author: { type: 'string' },
  description: { type: 'string' },
  yes: { type: 'boolean', short: 'y', default: false },
  force: { type: 'boolean', short: 'f', default: false },
  install: { type: 'boolean', default: false },
  'no-install': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch (error) {
    // Node's first sentence names the option; the advice that follows is about other things.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.\s/)
    throw new CreateError(`${sentence ?? 'bad command line'}; '--help' lists the options`, true)
  }
}
