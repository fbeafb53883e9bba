/** The development server in the test's own process, in a game directory made for it. Frames run when the test says so. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

import { DevServer } from '../src/cli/dev-server.js'
import { findNativeFiles, type NativeFiles } from '../src/cli/native-files.js'
import type { TemporaryFolder } from '../src/testing/temporary-folder.js'

export { pluginSource } from './plugin-source.js'

export const nativeFiles: NativeFiles = nativeFilesOf(process.env['METAMOD_NATIVE_OUT'])

/** Those of the build that the environment names, else of the one below the repository. */
function nativeFilesOf(out: string | undefined): NativeFiles {
  if (out === undefined) return findNativeFiles(fileURLToPath(new URL('.', import.meta.url)))
  return {
    core: join(out, 'metamod.so'),
    bridge: join(out, 'metamod_node.node'),
    fakeEngine: join(out, 'fake_engine.node'),
    game: join(out, 'game'),
  }
}

export interface TestServer extends DevServer {
  /** All that the console printed. */
  readonly printed: readonly string[]
  /** Runs a console line in a frame of its own, and returns what that frame printed. */
  run(line: string): string[]
  frames(count: number): void
}

export interface TestGame {
  readonly pluginsIni?: string
  /** Paths of plugins to load after those of plugins.ini. */
  readonly plugins?: readonly string[]
  readonly bots?: number
  /** Words of the engine's command line, such as `['+localinfo', 'mm_debug', '3']`. */
  readonly commandLine?: readonly string[]
}

/** Starts a server that ends with the test. */
export function startServer(folder: TemporaryFolder, game: TestGame = {}): TestServer {
  folder.write('addons/metamod/config.ini', 'gamedll dlls/game.so\n')
  folder.write('addons/metamod/plugins.ini', game.pluginsIni ?? '')
  const printed: string[] = []
  const server = new DevServer({
    files: nativeFiles,
    gameDirectory: folder.path,
    plugins: game.plugins ?? [],
    map: 'box',
    maxPlayers: 8,
    bots: game.bots ?? 0,
    tickRate: 100,
    commandLine: game.commandLine ?? [],
    print: (line) => printed.push(line),
  })
  onTestFinished(() => server.stop())
  const run = (line: string): string[] => {
    const before = printed.length
    server.engine.command(line)
    server.frame()
    return printed.slice(before)
  }
  const frames = (count: number): void => {
    for (let frame = 0; frame < count; frame += 1) server.frame()
  }
  return Object.assign(server, { printed, run, frames })
}
