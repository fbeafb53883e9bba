/**
 * A host Metamod's server in the test's own process: the fake engine loads a fake host, which loads Metamod for
 * TypeScript as one of its plugins. Frames run when the test says so.
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Bridge } from '@csr/metamod-sdk/host'
import { describe, onTestFinished } from 'vitest'

import type { FakeEngine } from '../../src/cli/fake-engine.js'
import { GameDirectory } from '../../src/configuration/game-directory.js'
import { Loader } from '../../src/loader.js'
import { stampTemplate } from '../../src/stamp.js'
import type { TemporaryFolder } from '../../src/testing/temporary-folder.js'
import { nativeOut, serverArchitecture } from '../embedded/set-up.js'

export const hosts = ['metamod-r', 'metamod-p', 'metamod-fwgs'] as const
export type Host = (typeof hosts)[number]

export interface GuestGame {
  readonly host: Host
  /** Sources of TypeScript plugins by file name; each has a line in our plugins.ini. */
  readonly plugins?: Readonly<Record<string, string>>
  /** Sources of plugins that no plugins.ini names. */
  readonly others?: Readonly<Record<string, string>>
  /** More lines of our plugins.ini. */
  readonly ours?: string
  /** Lines of the host's plugins.ini before the one that lists us, and after it. */
  readonly before?: string
  readonly after?: string
  /** Stubs that lie there before the server starts: by file below addons, the plugin below addons/ts. */
  readonly stubs?: Readonly<Record<string, string>>
  /** Lines of the host's config.ini that turn single quirks. */
  readonly quirks?: string
}

const bridgeLine = 'linux addons/metamod-ts/dlls/metamod_ts.so'
const whyNot = findReason()

/** Tests of a guest, once for each host; where there can be none in this process, the title says why. */
export function describeHosts(title: string, body: (host: Host) => void): void {
  for (const host of hosts) {
    const whole = `${title} (guest of ${host})`
    if (whyNot === null) describe(whole, () => body(host))
    else describe.skip(`${whole} (skipped: ${whyNot})`, () => body(host))
  }
}

function findReason(): string | null {
  const files = ['metamod.so', 'fake_host.so', 'metamod_stub.so', 'metamod_node.node', 'fake_engine.node']
  const missing = files.find((file) => !existsSync(join(nativeOut, file)))
  if (missing !== undefined) return `${missing} is not built; run 'npm run build', which says what it needs`
  const built = serverArchitecture()
  return built === process.arch ? null : `${nativeOut} is built for ${built}; Node cannot load it`
}

let games = 0

/** Writes a game directory of its own below `folder`, so that no test finds another's libraries, and gives its path. */
export function writeGame(folder: TemporaryFolder, game: GuestGame): string {
  games += 1
  const name = `game${games}`
  const write = (file: string, content: string): string => folder.write(`${name}/${file}`, content)
  const quirks = game.quirks ?? ''
  write(
    'addons/metamod/config.ini',
    `kind ${game.host}\ngamedll ${join(nativeOut, 'game/dlls/game.so')}\n${quirks}\n`,
  )
  write('addons/metamod/plugins.ini', [game.before ?? '', bridgeLine, game.after ?? ''].join('\n'))
  const plugins = Object.entries(game.plugins ?? {})
  for (const [file, source] of [...plugins, ...Object.entries(game.others ?? {})])
    write(`addons/ts/${file}`, source)
  const lines = plugins.map(([file]) => `ts addons/ts/${file}`)
  write('addons/metamod-ts/plugins.ini', [...lines, game.ours ?? ''].join('\n'))
  for (const [file, source] of Object.entries(game.stubs ?? {}))
    folder.write(`${name}/addons/${file}`, stubFor(`addons/ts/${source}`))
  const path = join(folder.path, name)
  mkdirSync(join(path, 'addons/metamod-ts/dlls'))
  symlinkSync(join(nativeOut, 'metamod.so'), join(path, 'addons/metamod-ts/dlls/metamod_ts.so'))
  return path
}

/** The stub of a plugin, as an administrator's earlier server left it. */
function stubFor(source: string): Uint8Array {
  const template = readFileSync(join(nativeOut, 'metamod_stub.so'))
  return stampTemplate(template, { source, core: join(nativeOut, 'metamod.so') })
}

/** A native plugin of the build's, as a line of the host's plugins.ini. */
export const nativeLine = (name: string): string =>
  `linux ${join(nativeOut, `game/addons/${name}/${name}.so`)}`

/** Starts a server that ends with the test. */
export function startGuest(folder: TemporaryFolder, game: GuestGame): GuestServer {
  const server = new GuestServer(writeGame(folder, game))
  onTestFinished(() => server.stop())
  return server
}

export class GuestServer {
  /** All that the console printed. */
  readonly printed: string[] = []
  readonly engine: FakeEngine
  readonly loader: Loader
  readonly #game: string
  #isStopped = false

  constructor(gameDirectory: string) {
    this.#game = gameDirectory
    const load = createRequire(import.meta.url)
    const print = (line: string): void => void this.printed.push(line)
    this.engine = load(join(nativeOut, 'fake_engine.node')) as FakeEngine
    this.loader = new Loader({
      bridge: load(join(nativeOut, 'metamod_node.node')) as Bridge,
      corePath: join(nativeOut, 'metamod.so'),
      game: new GameDirectory(gameDirectory, [], join(gameDirectory, 'addons/metamod-ts')),
      print,
    })
    this.loader.open()
    const library = join(nativeOut, 'fake_host.so')
    this.engine.start({ library, gameDirectory, map: 'box', maxPlayers: 8, print })
  }

  frames(count: number): void {
    for (let frame = 0; frame < count; frame += 1) this.engine.frame()
  }

  /** Runs console lines in a frame, and returns what was printed until the end of the next: some things are done then. */
  run(line: string): string[] {
    const before = this.printed.length
    this.engine.command(line)
    this.frames(2)
    return this.printed.slice(before)
  }

  /** Lets frames and the event loop turn until a line is printed that matches; false after many. */
  async prints(pattern: RegExp): Promise<boolean> {
    const most = 200
    for (let turn = 0; turn < most; turn += 1) {
      if (this.printed.some((line) => pattern.test(line))) return true
      this.frames(1)
      await new Promise(setImmediate)
    }
    return false
  }

  /** The rows of the host's own `meta list`. */
  rows(): string[] {
    return this.run('meta list').filter((line) => /^ \[ *\d+\]/.test(line))
  }

  row(part: string): string | undefined {
    return this.rows().find((row) => row.includes(part))
  }

  /** Connects a client that is in the game when this returns. */
  join(name: string): number {
    const answer = this.engine.connect(name)
    if ('rejected' in answer) throw new Error(`${name} was rejected: ${answer.rejected}`)
    this.frames(2)
    return answer.slot
  }

  path(file: string): string {
    return join(this.#game, file)
  }

  write(file: string, content: string): void {
    writeFileSync(this.path(file), content)
  }

  /** Errors, and lines of a plugin that the host does not know. */
  errors(): string[] {
    return this.printed.filter((line) => line.includes('ERROR') || line.includes('[?]'))
  }

  /** A server in the same game directory, after this one has stopped. */
  restart(): GuestServer {
    const server = new GuestServer(this.#game)
    onTestFinished(() => server.stop())
    return server
  }

  stop(): void {
    if (this.#isStopped) return
    this.#isStopped = true
    this.engine.stop()
    this.loader.close()
  }
}
