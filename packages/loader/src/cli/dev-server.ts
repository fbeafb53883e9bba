/** The fake engine with Metamod in it, in this process: what the interactive console and the batch run both drive. */
import { createRequire } from 'node:module'

import type { Bridge } from '@csr/metamod-sdk/host'

import { GameDirectory } from '../configuration/game-directory.js'
import { Loader } from '../loader.js'
import type { Print } from '../log.js'
import { consoleHelp } from './console-help.js'
import type { FakeEngine, FakeEngineOptions } from './fake-engine.js'
import type { NativeFiles } from './native-files.js'
import { PlayersSeen } from './players-seen.js'

export interface DevServerOptions {
  readonly files: NativeFiles
  readonly gameDirectory: string
  readonly plugins: readonly string[]
  readonly map: string
  readonly maxPlayers: number
  readonly bots: number
  readonly tickRate: number
  /** Console commands that the engine runs before it loads Metamod, such as `['+localinfo', 'mm_debug', '3']`. */
  readonly commandLine?: readonly string[]
  /** Which engine's ways to have; Xash's if left out. */
  readonly style?: FakeEngineOptions['style']
  readonly print: Print
}

const botNames = ['Ada', 'Grace', 'Linus', 'Dennis', 'Barbara', 'Ken', 'Margaret', 'Edsger']

export class DevServer {
  readonly engine: FakeEngine
  readonly loader: Loader
  readonly players = new PlayersSeen()
  readonly #options: DevServerOptions

  /** @throws Error if the engine cannot start; what was started by then is stopped again. */
  constructor(options: DevServerOptions) {
    const { files, gameDirectory, plugins } = options
    const load = createRequire(files.bridge)
    const print = (line: string): void => {
      this.players.read(line)
      options.print(line)
    }
    this.#options = { ...options, print }
    this.engine = load(files.fakeEngine) as FakeEngine
    this.loader = new Loader({
      bridge: load(files.bridge) as Bridge,
      corePath: files.core,
      game: new GameDirectory(gameDirectory, [files.game]),
      plugins,
      print,
    })
    this.#start()
  }

  get gameDirectory(): string {
    return this.#options.gameDirectory
  }

  /** Types a line at the console; it is run with the next frame. */
  type(line: string): void {
    const asksForHelp = line.trim() === 'help' && !this.engine.commandNames().includes('help')
    if (asksForHelp) consoleHelp.forEach(this.#options.print)
    else this.engine.command(line)
  }

  /** Runs one frame of game time. */
  frame(): void {
    this.engine.frame(1 / this.#options.tickRate)
  }

  /** Ends the map and the plugins. */
  stop(): void {
    this.engine.stop()
    this.loader.close()
  }

  #start(): void {
    const { files, gameDirectory, map, maxPlayers, print, commandLine = [], style = 'xash' } = this.#options
    this.loader.open()
    try {
      this.engine.start({ library: files.core, gameDirectory, map, maxPlayers, print, commandLine, style })
    } catch (error) {
      this.loader.close()
      throw error
    }
    for (let index = 0; index < this.#options.bots; index += 1) this.#connectBot(index)
  }

  #connectBot(index: number): void {
    const name = botNames[index] ?? `Bot ${index + 1}`
    const answer = this.engine.connect(name)
    if ('rejected' in answer) this.#options.print(`${name} was rejected: ${answer.rejected}`)
  }
}
