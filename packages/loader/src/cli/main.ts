#!/usr/bin/env node
/** `npm start`, and `npm run dev` of a plugin: a server to try plugins in, with no game needed. */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { reasonOf } from '../errors/reason.js'
import { surviveUncaught } from '../server/uncaught.js'
import { ArgumentError } from './argument-error.js'
import { parseArguments, usage, type Arguments } from './arguments.js'
import { whenOutputCloses } from './closed-output.js'
import { welcome } from './console-help.js'
import { DevServer } from './dev-server.js'
import { openInspector } from './inspect-option.js'
import { findNativeFiles, findUpwards } from './native-files.js'
import { findProject, projectGame, writeGame, type Project } from './project.js'
import { runBatch } from './run-batch.js'
import { runConsole, Terminal } from './run-console.js'

const defaultFrames = 100
const exampleGame = 'packages/examples/game'
const here = dirname(fileURLToPath(import.meta.url))

async function main(): Promise<void> {
  let server: DevServer | null = null
  whenOutputCloses(process, () => server?.engine.command('quit'))
  const options = parseArguments(process.argv.slice(2))
  if (options.help) {
    process.stdout.write(usage)
    return
  }
  const terminal = new Terminal()
  const project = projectOf(options)
  server = startServer(options, project, terminal)
  await runServer(server, options, project, terminal)
}

async function runServer(
  server: DevServer,
  options: Arguments,
  project: Project | null,
  terminal: Terminal,
): Promise<void> {
  // A plugin's timer or promise that throws must not end the server.
  surviveUncaught(process, (...told) => server.loader.reportUncaught(...told))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => server.engine.command('quit'))
  const isAtTerminal = process.stdin.isTTY && process.stdout.isTTY && options.frames === null
  const hasConsole = options.console || isAtTerminal
  const isWatching = options.watch ?? (project !== null && hasConsole)
  if (isWatching) server.engine.command('meta_watch 1')
  if (hasConsole) {
    if (project !== null) welcome(project.entry, isWatching).forEach(terminal.print)
    for (const command of options.commands) server.type(command)
    await runConsole(server, terminal, options.tickRate)
  } else {
    await runBatch(server, options.frames ?? defaultFrames, options.commands)
  }
  server.stop()
}

/** The plugin that is being written: the one that was named, or else the one in whose folder we are. */
function projectOf({ project, game, plugins }: Arguments): Project | null {
  if (project !== null) return findProject(project)
  const isElsewhere = game !== null || plugins.length > 0 || findUpwards(here, exampleGame) !== null
  return isElsewhere ? null : findProject('.')
}

function startServer(options: Arguments, project: Project | null, terminal: Terminal): DevServer {
  const files = findNativeFiles(here)
  const gameDirectory = gameDirectoryOf(options, project)
  if (options.inspect !== null) openInspector(options.inspect, terminal.print)
  return new DevServer({
    ...options,
    files,
    gameDirectory,
    plugins: [
      ...(project === null ? [] : [project.plugin]),
      ...options.plugins.map((plugin) => resolve(plugin)),
    ],
    print: terminal.print,
  })
}

function gameDirectoryOf({ game }: Arguments, project: Project | null): string {
  if (game === null) {
    if (project !== null) return projectGame(project)
    return findUpwards(here, exampleGame) ?? writeGame(mkdtempSync(join(tmpdir(), 'metamod-game-')))
  }
  const directory = resolve(game)
  if (existsSync(directory)) return directory
  throw new ArgumentError(`--game: no such directory ${directory}; correct the path`)
}

main().then(
  // Handles that plugins left open must not keep a server alive that has ended.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exit(error instanceof ArgumentError ? 2 : 1)
  },
)
