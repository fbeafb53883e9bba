/** A server in a game directory whose configuration a test writes. Frames run when the test says so. */
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, onTestFinished } from 'vitest'

import { DevServer } from '../src/cli/dev-server.js'
import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { nativeFiles } from './test-server.js'

export const folder = temporaryFolder()
export const metamod = 'addons/metamod'
const noFiles = { [`${metamod}/config.ini`]: 'gamedll dlls/game.so\n', [`${metamod}/plugins.ini`]: '' }

export interface Game {
  /** Texts by their paths below the game directory; null for none where there is one otherwise. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>
  /** Where the real game DLL is put, below the game directory. */
  readonly dlls?: readonly string[]
  readonly name?: string
  readonly commandLine?: readonly string[]
}

export interface Started {
  readonly path: string
  readonly printed: readonly string[]
  run(line: string): string[]
  /** A client who connects, types a line, and stays: what was printed from that line on. */
  asClient(name: string, line: string): string[]
  /** The names of the plugins that run. */
  running(): string[]
  /** Lines of the server's own complaints. */
  errors(): string[]
}

/** The directory of a game, with its files. */
export function gameDirectory({ files = {}, dlls = [], name = 'game' }: Game): string {
  const root = mkdtempSync(join(folder.path, 'server-')).slice(folder.path.length + 1)
  const path = join(folder.path, root, name)
  mkdirSync(path)
  for (const [file, text] of Object.entries<string | Uint8Array | null>({ ...noFiles, ...files }))
    if (text !== null) folder.write(join(root, name, file), text)
  for (const dll of dlls) {
    mkdirSync(dirname(join(path, dll)), { recursive: true })
    copyFileSync(join(nativeFiles.game, 'dlls/game.so'), join(path, dll))
  }
  return path
}

/** Starts a server that ends with the test. What it prints is kept also where it does not come up. */
export function start(game: Game, printed: string[] = [], path = gameDirectory(game)): Started {
  const server = new DevServer({
    files: nativeFiles,
    gameDirectory: path,
    plugins: [],
    map: 'box',
    maxPlayers: 4,
    bots: 0,
    tickRate: 100,
    commandLine: game.commandLine ?? [],
    print: (line) => printed.push(line),
  })
  onTestFinished(() => server.stop())
  const during = (act: () => void): string[] => {
    const before = printed.length
    act()
    server.frame()
    return printed.slice(before)
  }
  return {
    path,
    printed,
    run: (line) => during(() => server.engine.command(line)),
    asClient(name, line) {
      const answer = server.engine.connect(name)
      if ('rejected' in answer) throw new Error(answer.rejected)
      server.frame()
      return during(() => server.engine.clientCommand(answer.slot, line))
    },
    running: () => server.loader.plugins.filter(({ isRunning }) => isRunning).map(({ name: own }) => own),
    errors: () => printed.filter((line) => line.includes('ERROR')),
  }
}

/** What a server prints that has no game DLL and so does not come up. */
export function startWithoutGame(game: Game): string[] {
  const printed: string[] = []
  expect(() => start(game, printed)).toThrow(/GetEntityAPI2 answered 0; the lines above may say why/)
  return printed
}
