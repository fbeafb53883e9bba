/**
 * An engine process that starts Node by itself and runs a script of the test's instead of the loader. Its frames run in
 * real time: a test waits for what the console prints, within a bound.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe } from 'vitest'

import { EngineProcess } from '../engine-process.js'

const built = process.arch === 'arm64' ? 'arm64' : 'amd64'

/** The native parts, which may be for another processor than ours; `npm test` names each in turn. */
export const nativeOut =
  process.env['METAMOD_NATIVE_OUT'] ?? fileURLToPath(new URL(`../../build/${built}/out`, import.meta.url))
export const core = join(nativeOut, 'metamod.so')
export const libnode = process.env['METAMOD_LIBNODE'] ?? ''

// ELF's numbers for processors, and what Node calls them.
const processors: Readonly<Record<number, string>> = { 3: 'ia32', 62: 'x64', 183: 'arm64' }
const machineOffset = 18

/** The processor that the native parts are for; '' where they are not built. */
export const processor = existsSync(core)
  ? (processors[readFileSync(core).readUInt16LE(machineOffset)] ?? 'unknown')
  : ''

const emulator = (process.env['METAMOD_EMULATOR'] ?? '').split(' ').filter((word) => word !== '')
const game = join(nativeOut, 'game/dlls/game.so')

const library: Readonly<Record<string, string>> = {
  METAMOD_LIBNODE: libnode,
  LD_LIBRARY_PATH: process.env['METAMOD_LIBRARY_PATH'] ?? process.env['LD_LIBRARY_PATH'] ?? '',
}

const folders: string[] = []

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'metamod-embed-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Tests that need a Node library; where there is none they are skipped, and the title says why. */
export function describeEmbedded(title: string, body: () => void): void {
  const missing = [join(nativeOut, 'fake_engine'), core].find((file) => !existsSync(file))
  const why = libnode === '' ? 'METAMOD_LIBNODE names no Node library' : missing && `${missing} is not built`
  if (why) describe.skip(`${title} (skipped: ${why})`, body)
  else describe(title, body)
}

/**
 * The loader's place taken by a few lines. They find `say`, which prints; `bridge`; `callbacks`, with which the bridge is
 * opened at the end and whose `boot` loads the game; and `paths`, all that the starter gave.
 */
export function script(body: string): string {
  const file = join(temporaryFolder(), 'server.cjs')
  writeFileSync(
    file,
    `const names = ['dispatch', 'boot', 'mapStarted', 'mapEnded', 'shutdown', 'command', 'clientCommand', 'spawnEntity', 'loadPlugin', 'unloadPlugin', 'log',
      'stubQueried', 'stubAttached', 'stubDetached', 'userMessage', 'memory', 'mapped', 'overran', 'stalled']
    exports.startServer = (paths) => {
      const say = (text) => require('node:fs').writeSync(1, text + '\\n')
      const bridge = require(paths.addon)
      const callbacks = Object.fromEntries(names.map((name) => [name, () => undefined]))
      callbacks.boot = () => {
        bridge.loadGameDll(${JSON.stringify(game)})
        return true
      }
      callbacks.log = say
      callbacks.shutdown = () => say('shutdown')
      ${body}
      bridge.open(paths.core, callbacks)
    }`,
  )
  return file
}

export interface Setting {
  /** The script that Node runs. */
  readonly loader?: string
  readonly environment?: Readonly<Record<string, string>>
  /** More words for the engine's command line. */
  readonly words?: readonly string[]
  /** Another copy of the core than the built one. */
  readonly core?: string
  readonly gameDirectory?: string
}

/** Starts an engine, which is killed with the test if it still runs. */
export function startEngine(setting: Setting): Engine {
  const directory = setting.gameDirectory ?? temporaryFolder()
  const program = [...emulator, join(nativeOut, 'fake_engine')]
  const words = program.slice(1)
  words.push(
    '--library',
    setting.core ?? core,
    '--game',
    directory,
    '--tick',
    '0.005',
    ...(setting.words ?? []),
  )
  const environment = { METAMOD_LOADER: setting.loader ?? '', METAMOD_GAMEDLL: game, ...library }
  const child = spawn(program[0] ?? '', words, {
    env: { ...process.env, ...environment, ...setting.environment },
  })
  running.add(child)
  return new Engine(child)
}

const running = new Set<ChildProcessWithoutNullStreams>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

export class Engine extends EngineProcess {
  /** Lets the engine run a number of frames. Each typed line is read and answered in a frame of its own. */
  async frames(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const marker = `-- frame ${this.lines.length} ${i} --`
      this.type(`echo ${marker}`)
      await this.waitFor(marker)
    }
  }

  /** How many lines have this text, those of the engine's log (which repeats what the console shows) left out. */
  count(text: string): number {
    return this.lines.filter((line) => line.includes(text) && !line.startsWith('L ')).length
  }
}
