/** The fake engine's add-on as TypeScript sees it. */

export interface FakeEngineOptions {
  /** The library to load as game DLL: the bridge's core, or a bare game DLL. */
  readonly library: string
  /** The game directory; paths that the engine or a plugin names lie below it. */
  readonly gameDirectory: string
  readonly map: string
  readonly maxPlayers: number
  /** Receives what the server console prints, a line at a time, without the newline. */
  readonly print: (line: string) => void
  /** Which engine's ways to have: how many functions it offers, and how it looks for entity classes. Xash's if left out. */
  readonly style?: 'xash' | 'hlds'
  /** 1 to ask the library for GetEntityAPI, where engines prefer GetEntityAPI2. */
  readonly api?: 1 | 2
  /** Words of the command line, such as `['+localinfo', 'mm_debug', '3']`: commands that run before the library is loaded. */
  readonly commandLine?: readonly string[]
}

export interface FakeEngine {
  /** Loads the library, sets up the first map and returns; throws if the library cannot be loaded. */
  start(options: FakeEngineOptions): void
  /** Runs one server frame of `seconds` game time (0.01 if left out): commands, StartFrame, entities, clients. */
  frame(seconds?: number): void
  /** Queues a console command line for the next frame, as typed at the server console. */
  command(line: string): void
  /** Runs the queued command lines now. */
  execute(): void
  /** Connects a fake client as a network client would come in; null and the reason if the game refuses. */
  connect(name: string, address?: string): { slot: number } | { rejected: string }
  disconnect(slot: number): void
  /** A command typed by a client, such as `say hello`. */
  clientCommand(slot: number, line: string): void
  /** Ends the map and starts the named one at the end of the frame. */
  changeLevel(map: string): void
  /** Whether the server wants to go on: false after `quit`. */
  isRunning(): boolean
  /** Names of all registered console commands, for completion. */
  commandNames(): string[]
  /** Ends the map, tells the game DLL to shut down and unloads it. */
  stop(): void
}
