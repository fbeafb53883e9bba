#!/usr/bin/env node
/** `npm start`: a server to try plugins in, with no game needed. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { reasonOf } from '../reason.js'
import { ArgumentError, parseArguments, usage, type Arguments } from './arguments.js'
import { DevServer } from './dev-server.js'
import { findNativeFiles, findUpwards } from './native-files.js'
import { runBatch } from './run-batch.js'
import { runConsole, Terminal } from './run-console.js'

const defaultFrames = 100
const exampleGame = 'packages/examples/game'

async function main(): Promise<void> {
  const options = parseArguments(process.argv.slice(2))
  if (options.help) {
    process.stdout.write(usage)
    return
  }
  const terminal = new Terminal()
  const server = startServer(options, terminal)
  // A plugin's timer or promise that throws must not end the server.
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => server.loader.reportUncaught(error))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => server.engine.command('quit'))
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY && options.frames === null
  if (isInteractive) {
    for (const command of options.commands) server.engine.command(command)
    await runConsole(server, terminal, options.tickRate)
  } else {
    await runBatch(server, options.frames ?? defaultFrames, options.commands)
  }
  server.stop()
}

function startServer(options: Arguments, terminal: Terminal): DevServer {
  const here = dirname(fileURLToPath(import.meta.url))
  const gameDirectory = options.game === null ? findUpwards(here, exampleGame) : resolve(options.game)
  if (gameDirectory === null) throw new ArgumentError('no game directory; name one with --game DIR')
  if (!existsSync(gameDirectory))
    throw new ArgumentError(`--game: no such directory ${gameDirectory}; correct the path`)
  return new DevServer({
    ...options,
    files: findNativeFiles(here),
    gameDirectory,
    plugins: options.plugins.map((plugin) => resolve(plugin)),
    print: terminal.print,
  })
}

main().then(
  // Handles that plugins left open must not keep a server alive that has ended.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exit(error instanceof ArgumentError ? 2 : 1)
  },
)
