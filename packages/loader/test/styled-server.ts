/**
 * The development server as either kind of engine: Xash loads Metamod as its game DLL, HLDS and ReHLDS load the front, so
 * that they find the game's entity classes behind it.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import { DevServer } from '../src/cli/dev-server.js'
import { stampTemplate } from '../src/stamp.js'
import type { TemporaryFolder } from '../src/testing/temporary-folder.js'
import { nativeFiles } from './test-server.js'

export type EngineStyle = 'xash' | 'hlds'

export interface StyledServer extends DevServer {
  readonly printed: readonly string[]
  /** Runs a console line in a frame of its own, and returns what that frame printed. */
  run(line: string): string[]
  /** Starts another map. Its entities are those of `maps/NAME.ent`. */
  changeMap(name: string): void
}

const game = join(nativeFiles.game, 'dlls/game.so')

export const nativePlugin = (name: string): string => join(nativeFiles.game, `addons/${name}/${name}.so`)

/** Starts a server that ends with the test. Its maps are the files in `maps/`, the first of them `box`. */
export function startStyled(
  folder: TemporaryFolder,
  style: EngineStyle,
  plugins: readonly string[],
  { hasFront = style === 'hlds' } = {},
): StyledServer {
  folder.write('addons/metamod/config.ini', `gamedll ${game}\n`)
  folder.write('addons/metamod/plugins.ini', '')
  const printed: string[] = []
  const server = new DevServer({
    files: hasFront ? { ...nativeFiles, core: writeFront(folder) } : nativeFiles,
    gameDirectory: folder.path,
    plugins,
    map: 'box',
    maxPlayers: 8,
    bots: 0,
    tickRate: 100,
    style,
    print: (line) => printed.push(line),
  })
  onTestFinished(() => server.stop())
  const run = (line: string): string[] => {
    const before = printed.length
    server.engine.command(line)
    server.frame()
    return printed.slice(before)
  }
  const changeMap = (name: string): void => {
    run(`changelevel ${name}`)
    server.frame()
  }
  return Object.assign(server, { printed, run, changeMap })
}

function writeFront(folder: TemporaryFolder): string {
  const template = readFileSync(join(dirname(nativeFiles.core), 'metamod_front.so'))
  return folder.write('front.so', stampTemplate(template, { bridge: nativeFiles.core, game }))
}
