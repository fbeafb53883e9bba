/**
 * A small GoldSrc server in plain TypeScript: no game, no network, no native code. It calls the game DLL in the order in
 * which HLDS and Xash do, and punishes what they punish. It does what native-bridge/fake-engine does in C++, and prints
 * the same words.
 */
import type { GlobalVars } from '@csr/metamod-sdk'

import { Clients } from './clients.js'
import { Commands } from './commands.js'
import { Console } from './console.js'
import { addConsoleCommands } from './console-commands.js'
import { Cvars, EngineCvar } from './cvars.js'
import { Edicts } from './edicts.js'
import { EntityAddresses } from './entity-addresses.js'
import { engineFunctions, type EngineTable } from './functions/table.js'
import type { GameDll } from './game-dll.js'
import { MessageWriter, UserMessages } from './messages.js'
import { PlayerMove } from './player-move.js'
import { Precache } from './precache.js'
import { Random } from './random.js'
import { newStruct, type Raw, type RawView } from './raw-view.js'
import { Server, type ServerSettings } from './server.js'
import { Strings } from './strings.js'
import { World } from './world.js'

export interface EngineOptions extends ServerSettings {
  readonly gameDirectory: string | null
  readonly print: (line: string) => void
  readonly logged: (line: string) => void
}

export class Engine {
  readonly addresses = new EntityAddresses()
  readonly globals: RawView & Raw<GlobalVars>
  readonly console: Console
  readonly strings = new Strings()
  readonly random = new Random()
  readonly world: World
  readonly edicts: Edicts
  readonly precache: Precache
  readonly userMessages = new UserMessages()
  readonly message: MessageWriter
  readonly playerMove: PlayerMove
  readonly clients: Clients
  readonly cvars: Cvars
  readonly commands: Commands
  readonly server: Server
  readonly lightStyles: string[] = []
  readonly decals: string[] = []
  /** The engine's functions, as nobody hooks them. */
  readonly engineTable: EngineTable
  /** Absolute; null where there are no files. */
  readonly gameDirectory: string | null
  /** The names of the game's functions that can be looked up. */
  gameFunctions: ReadonlySet<string> = new Set()
  /** What Host_Error and Sys_Error said. */
  readonly failures: string[] = []
  #dll: GameDll | null = null
  #factory: (entity: number, className: string) => boolean = () => false
  #isInSysError = false

  constructor(options: EngineOptions) {
    this.gameDirectory = options.gameDirectory
    this.globals = newStruct('globalvars_t', this.addresses) as RawView & Raw<GlobalVars>
    this.console = new Console(options.print, options.logged)
    this.world = new World(this)
    this.edicts = new Edicts(this)
    this.precache = new Precache(this)
    this.message = new MessageWriter(this)
    this.playerMove = new PlayerMove(this)
    this.clients = new Clients(this)
    this.cvars = new Cvars(this)
    this.commands = new Commands(this)
    this.server = new Server(this, options)
    this.engineTable = engineFunctions(this)
    addConsoleCommands(this)
  }

  /** The game DLL, through everybody's hooks. */
  get dll(): GameDll {
    if (this.#dll === null) throw new Error('the engine was given no game DLL')
    return this.#dll
  }

  /** @param factory - Makes an entity one of a class; false if there is no such class. */
  connect(dll: GameDll, factory: (entity: number, className: string) => boolean): void {
    this.#dll = dll
    this.#factory = factory
  }

  createEntity(entity: number, className: string): boolean {
    return this.#factory(entity, className)
  }

  /** Sets a cvar, and registers it if there is none of the name. */
  setCvar(name: string, value: string): void {
    const cvar = this.cvars.find(name)
    if (cvar === null) this.cvars.register(new EngineCvar(name, value, 0))
    else this.cvars.set(cvar, value)
  }

  /** What GoldSrc does not survive as a map: it ends after this frame. */
  hostError(text: string): void {
    this.console.line(`Host_Error: ${text}`)
    this.failures.push(`Host_Error: ${text}`)
    this.server.endMapAfterFrame()
  }

  /** What GoldSrc does not survive at all: the server ends. */
  sysError(text: string): void {
    this.console.line(`FATAL ERROR (shutting down): ${text}`)
    this.failures.push(`FATAL ERROR: ${text}`)
    this.server.quit()
    if (this.#isInSysError) return
    this.#isInSysError = true
    this.dll.sysError(text)
    this.#isInSysError = false
  }
}
