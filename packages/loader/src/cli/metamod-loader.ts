#!/usr/bin/env node
/** `npx @csr/metamod-loader`: puts Metamod for TypeScript on a server, takes it off, and finds out what is wrong with it. */
import { doctor } from '../doctor/doctor.js'
import { InstallError } from '../install/install-error.js'
import { install, uninstall } from '../install/run.js'
import { loaderVersion } from '../loader-version.js'
import { ArgumentError } from './arguments.js'
import { loaderUsage, parseLoaderArguments } from './loader-arguments.js'

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
  else return doctor(options) ? 0 : 1
  return 0
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    // A mistake of ours is told with its stack, which a report of it needs.
    const isExpected = error instanceof InstallError || error instanceof ArgumentError
    const text = isExpected
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
    process.stderr.write(isExpected ? `metamod-loader: ${text.trimEnd()}\n` : `${text}\n`)
    process.exitCode = error instanceof ArgumentError ? wrongUsage : 1
  },
)
