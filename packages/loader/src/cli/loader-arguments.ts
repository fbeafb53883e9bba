/** The command line of `metamod-loader`. */
import { parseArgs } from 'node:util'

import type { Architecture } from '../install/elf.js'
import type { Engine, GameChoice } from '../install/game.js'
import type { Mode } from '../install/layout.js'
import { reasonOf } from '../errors/reason.js'
import { ArgumentError } from './argument-error.js'

export type LoaderCommand = 'install' | 'uninstall' | 'doctor' | 'build' | 'help' | 'version'

export interface LoaderArguments {
  readonly command: LoaderCommand
  readonly directory: string
  readonly choice: GameChoice
  readonly mode: Mode
  readonly host: string | null
  readonly dryRun: boolean
  readonly yes: boolean
  readonly purge: boolean
  /** Where a built plugin goes; null for the usual place. */
  readonly out: string | null
}

export const loaderUsage = `usage: metamod-loader install DIR [options]     puts Metamod for TypeScript into a game directory
       metamod-loader uninstall DIR [options]   takes it out again and restores what was there
       metamod-loader doctor DIR [options]      checks an installation and explains each failure
       metamod-loader build [PLUGIN] [options]  makes one file of a plugin, and a zip for servers

DIR is a game directory, such as 'valve' or 'cstrike'; PLUGIN a plugin's folder or file, this folder if left out.

  --guest            becomes a plugin of the Metamod that is installed there (install);
                     puts a stub for such a Metamod into the zip (build)
  --host FILE        that Metamod's plugins.ini, below DIR, where it is not found by itself (install --guest)
  --engine NAME      xash or hlds (found from the files)
  --arch NAME        amd64, i386 or arm64 (found from the files; this machine's for build)
  --out DIR          where the results go (build; dist in the plugin's folder)
  --dry-run          shows the changes and makes none
  --yes              does not ask
  --purge            also removes plugins.ini and config.ini with your edits (uninstall)
  --help, --version
`

const engines: readonly Engine[] = ['xash', 'hlds']
const architectures: readonly Architecture[] = ['amd64', 'i386', 'arm64']
const commands = ['install', 'uninstall', 'doctor', 'build'] as const
const hint = `'metamod-loader --help' lists the commands`

/** @throws ArgumentError that names the mistake. */
export function parseLoaderArguments(argv: readonly string[]): LoaderArguments {
  const { values, positionals } = parse(argv)
  const [name, directory, ...rest] = positionals
  const isQuestion = values.help || values.version
  const command = isQuestion ? (values.help ? 'help' : 'version') : oneOf('command', name ?? '', commands)
  if (!isQuestion && command !== 'build' && directory === undefined)
    throw new ArgumentError(`${command}: name a game directory, such as '${command} valve'`)
  if (rest[0] !== undefined) throw new ArgumentError(`${command}: takes one directory, got also '${rest[0]}'`)
  return {
    command,
    directory: directory ?? (command === 'build' ? '.' : ''),
    choice: {
      engine: values.engine === undefined ? null : oneOf('--engine', values.engine, engines),
      architecture: values.arch === undefined ? null : oneOf('--arch', values.arch, architectures),
    },
    mode: values.guest ? 'guest' : 'standalone',
    host: values.host ?? null,
    dryRun: values['dry-run'],
    yes: values.yes,
    purge: values.purge,
    out: values.out ?? null,
  }
}

function oneOf<Name extends string>(what: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text)
  if (found !== undefined) return found
  throw new ArgumentError(
    `${what} must be ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}, got '${text}'; ${hint}`,
  )
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        guest: { type: 'boolean', default: false },
        host: { type: 'string' },
        engine: { type: 'string' },
        arch: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        purge: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    // Node's first sentence names the option; the advice that follows is about other things.
    const [sentence] = reasonOf(error).split(/\.\s/)
    throw new ArgumentError(`${sentence ?? 'bad command line'}; ${hint}`)
  }
}
