#!/usr/bin/env node
/**
 * `npx @csr/metamod-loader`: puts Metamod for TypeScript on a server, takes it off, and finds out what is wrong with it; and
 * builds plugins for servers.
 */
import { doctor } from '../doctor/doctor.js'
import { InstallError } from '../install/install-error.js'
import { install, uninstall } from '../install/run.js'
import { ownArchitectures } from '../install/game.js'
import { loaderVersion } from '../loader-version.js'
import { ShipError } from '../ship/ship-error.js'
import { ArgumentError } from './argument-error.js'
import { whenOutputCloses } from './closed-output.js'
import { loaderUsage, parseLoaderArguments, type LoaderArguments } from './loader-arguments.js'

const wrongUsage = 2

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** @returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 0) {
    process.stderr.write(loaderUsage)
    return wrongUsage
  }
  const options = { ...parseLoaderArguments(argv), print }
  if (options.command === 'help') process.stdout.write(loaderUsage)
  else if (options.command === 'version') print(loaderVersion)
  else if (options.command === 'install') await install(options)
  else if (options.command === 'uninstall') await uninstall(options)
  else if (options.command === 'build') await build(options)
  else return doctor(options) ? 0 : 1
  return 0
}

/** What it takes is loaded for it alone: servers are installed on without. */
async function build(options: LoaderArguments): Promise<void> {
  const { ship } = await import('../ship/ship.js')
  await ship({ ...options, guest: guestOf(options), print })
}

/** The machine for which a build is to have a stub. */
function guestOf({ mode, choice }: LoaderArguments) {
  return mode === 'guest' ? (choice.architecture ?? ownArchitectures[process.arch] ?? 'amd64') : null
}

// What was begun on a server is to be finished, whether anybody reads about it or not.
whenOutputCloses(process, () => undefined)

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(
      isExpected(error) ? `metamod-loader: ${error.message.trimEnd()}\n` : `${stackOf(error)}\n`,
    )
    process.exitCode = error instanceof ArgumentError ? wrongUsage : 1
  },
)

function isExpected(error: unknown): error is Error {
  return [InstallError, ArgumentError, ShipError].some((kind) => error instanceof kind)
}

/** A mistake of ours is told with its stack, which a report of it needs. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
