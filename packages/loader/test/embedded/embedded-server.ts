/**
 * A real server process: the fake engine's program, which loads Metamod, which starts Node from libnode. Frames run in
 * real time, so a test waits for what the console prints, within a bound, and never for a time to pass.
 */
import { spawn } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, onTestFinished } from 'vitest'

import { EngineProcess } from '../../../../native-bridge/test/engine-process.js'
import type { TemporaryFolder } from '../../src/testing/temporary-folder.js'
import { engineCommand, nativeOut, serverEnvironment, whyNot } from './set-up.js'

export interface EmbeddedGame {
  /** Sources of TypeScript plugins, by file name; each gets a line in plugins.ini, in this order. */
  readonly plugins?: Readonly<Record<string, string>>
  /** Lines of plugins.ini before those. */
  readonly pluginsIni?: string
  readonly config?: string
  readonly bots?: number
  readonly environment?: Readonly<Record<string, string>>
  /** Words in front of the program, such as one that takes privileges away. */
  readonly wrapper?: readonly string[]
  /** More words behind it. */
  readonly options?: readonly string[]
  /** What the console prints is lost, so that nothing can be waited for. */
  readonly isMute?: boolean
}

const repositoryModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** Tests of a server with libnode in it; where there is none, they are skipped and the title says why. */
export function describeEmbedded(title: string, body: () => void): void {
  if (whyNot === null) describe(title, body)
  else describe.skip(`${title} (skipped: ${whyNot})`, body)
}

/** Writes the game directory and starts a server in it that ends with the test. */
export async function startEmbedded(
  folder: TemporaryFolder,
  game: EmbeddedGame = {},
): Promise<EmbeddedServer> {
  writeGame(folder, game)
  const [command = '', ...words] = [...(game.wrapper ?? []), ...engineCommand]
  const library = ['--library', join(nativeOut, 'metamod.so'), '--game', folder.path]
  const child = spawn(
    command,
    [...words, ...library, '--tick', '0.005', '--bots', String(game.bots ?? 0), ...(game.options ?? [])],
    { env: { ...process.env, ...serverEnvironment, ...game.environment } },
  )
  const server = new EmbeddedServer(child)
  onTestFinished(() => void child.kill('SIGKILL'))
  if (game.isMute !== true) await server.run('echo started')
  return server
}

function writeGame(folder: TemporaryFolder, game: EmbeddedGame): void {
  const lines = [game.pluginsIni ?? '']
  for (const [name, source] of Object.entries(game.plugins ?? {}))
    lines.push(`ts ${folder.write(`addons/${name}`, source)}`)
  folder.write('addons/metamod/plugins.ini', lines.join('\n'))
  folder.write(
    'addons/metamod/config.ini',
    `gamedll ${join(nativeOut, 'game/dlls/game.so')}\n${game.config ?? ''}\n`,
  )
  // Where plugins find their packages.
  const modules = join(folder.path, 'node_modules')
  if (!existsSync(modules)) symlinkSync(repositoryModules, modules)
}

export class EmbeddedServer extends EngineProcess {
  #runs = 0

  /** Types a line and returns what was printed until it was done. */
  async run(line: string): Promise<string[]> {
    this.#runs += 1
    const marker = `-- done ${this.#runs} --`
    const before = this.lines.length
    this.type(`${line}\necho ${marker}`)
    await this.waitFor(new RegExp(`^${marker}$`))
    return this.lines.slice(before, this.lines.indexOf(marker))
  }

  errors(): string[] {
    return this.lines.filter((line) => line.includes('ERROR'))
  }
}
