/** A server that has nothing but what `install` put there, started as its engine would start it. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { Architecture } from '../../src/install/elf.js'
import { findSources } from '../../src/install/sources.js'
import { GameFolder, installed, uninstalled } from '../../src/testing/game-folder.js'
import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { describeEmbedded, EmbeddedServer } from '../embedded/embedded-server.js'
import { engineCommand, nativeOut, serverEnvironment } from '../embedded/set-up.js'
import { pluginSource } from '../plugin-source.js'
import { architecture, whyNotPacked } from './packed-packages.js'

const folder = temporaryFolder()

/** A game directory with the test game in it, by the name that this engine's settings give it. */
function gameWith(settings: string, library: string): GameFolder {
  const game = new GameFolder(folder, 'game').write(settings, 'game "Test"\ngamedll_linux "dlls/game.so"\n')
  const target = join(game.path, library)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(join(nativeOut, 'game/dlls/game.so'), target)
  return game.write(
    'addons/hello.ts',
    pluginSource('Hello', "    plugin.addCommand('hi', () => plugin.log('hello'))"),
  )
}

function start(game: GameFolder, library: string, ...words: string[]): EmbeddedServer {
  const [command = '', ...before] = engineCommand
  const options = [
    '--library',
    join(game.path, library),
    '--game',
    game.path,
    '--tick',
    '0.005',
    '--bots',
    '0',
  ]
  // Only what lies in the game directory is to be found.
  const env = { ...process.env, ...serverEnvironment, METAMOD_LOADER: '' }
  const child = spawn(command, [...before, ...options, ...words], { env, cwd: folder.path })
  onTestFinished(() => void child.kill('SIGKILL'))
  return new EmbeddedServer(child)
}

const suffix = architecture === 'i386' ? '' : `_${architecture}`

describeEmbedded('a server that Metamod was installed on', () => {
  const engines = [
    ['xash', 'gameinfo.txt', `dlls/game${suffix}.so`, `addons/metamod/dlls/metamod${suffix}.so`],
    ['hlds', 'liblist.gam', 'dlls/game.so', 'addons/metamod/dlls/metamod_hlds.so'],
  ] as const

  test.skipIf(whyNotPacked !== null).each(engines)(
    'runs TypeScript plugins on %s, and the game with its entities',
    async (engine, settings, gameDll, library) => {
      const game = gameWith(settings, gameDll)
      const before = game.snapshot()
      const machine = architecture as Architecture
      await installed(game, { choice: { engine, architecture: machine }, sources: findSources(machine) })
      game.write('addons/metamod/plugins.ini', 'ts addons/hello.ts\n')
      const server = start(game, library, '--style', engine)
      expect(await server.run('meta list')).toContainEqual(expect.stringMatching(/ \[ 1] Hello +RUN /))
      expect(await server.run('hi')).toContain('[HELLO] hello')
      // The map's entities are made before the first frame; a class that is not found is told.
      expect(server.lines.filter((line) => line.includes('has no class'))).toEqual([])
      expect(server.errors()).toEqual([])
      expect((await server.quit()).code).toBe(0)
      await uninstalled(game, true)
      expect(game.snapshot()).toEqual(before)
    },
  )
})
