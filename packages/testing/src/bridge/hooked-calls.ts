/** The calls between engine, game and plugins, and who hears of each on its way. */
import { rows, type FunctionRow, type NativeCall } from '@csr/metamod-sdk/host'

import type { EngineTable } from '../engine/functions/table.js'
import type { GameDll } from '../engine/game-dll.js'
import { unavailable } from '../engine/unavailable.js'
import { gameDll } from '../game/dll.js'
import { Game } from '../game/game.js'
import type { FakeCore } from './core.js'
import { runOwnHook } from './own-hooks.js'

const engineRows = rows.filter(({ table }) => table === 'engine')
const gameRows = rows.filter(({ table }) => table !== 'engine')

type AnyFunction = (...args: readonly unknown[]) => unknown
type Functions = Readonly<Record<string, AnyFunction | undefined>>

export class HookedCalls {
  /** The game, whose calls of the engine go through everybody's hooks. */
  readonly game: Game
  /** The game's functions, through everybody's hooks. */
  readonly dll: GameDll
  readonly #core: FakeCore
  readonly #engineTable: Functions
  readonly #gameTable: Functions

  constructor(core: FakeCore) {
    this.#core = core
    const hooked = tableOf(engineRows, (row, args) => this.#callEngine(row, args))
    this.game = new Game(core.engine, hooked as unknown as EngineTable)
    this.dll = tableOf(gameRows, (row, args) => this.#callGame(row, args)) as unknown as GameDll
    this.#engineTable = core.engine.engineTable as unknown as Functions
    this.#gameTable = gameDll(this.game) as unknown as Functions
  }

  /** What a plugin calls; see `Bridge.bind`. */
  bind(functionId: number, target: 'real' | 'hooked'): NativeCall {
    const { calls } = this.#core
    const row = rows[functionId]
    if (row === undefined) throw new Error(`there is no function ${functionId}`)
    if (row.table === 'engine')
      return calls.bind(row, (_, args) =>
        target === 'hooked' ? this.#callEngine(row, args) : this.#callPastHooks(row, args),
      )
    return calls.bind(row, (_, args) =>
      target === 'hooked' ? this.#callGame(row, args) : this.#runGame(row, args),
    )
  }

  #callEngine(row: FunctionRow, args: readonly unknown[]): unknown {
    const { hooks, memory, messages, queries, registries } = this.#core
    const { name } = row
    memory.mapFor(row, args)
    queries.called(name, args)
    const result = hooks.call(row, args, (given) =>
      messages.take(name, given) ? undefined : this.#runEngine(row, given),
    )
    if (name === 'regUserMsg')
      registries.noteMessage(0, args[0] as string, args[1] as number, result as number)
    return result
  }

  #callPastHooks(row: FunctionRow, args: readonly unknown[]): unknown {
    const { messages, queries } = this.#core
    queries.called(row.name, args)
    messages.pluginCalled(row.name, args)
    return this.#runEngine(row, args)
  }

  #callGame(row: FunctionRow, args: readonly unknown[]): unknown {
    const { hooks, memory } = this.#core
    memory.mapFor(row, args)
    if (row.name === 'serverActivate') memory.mapEntities()
    return runOwnHook(this.#core, row.name, args, () =>
      hooks.call(row, args, (given) => this.#runGame(row, given)),
    )
  }

  #runEngine(row: FunctionRow, args: readonly unknown[]): unknown {
    const run = this.#engineTable[row.name]
    if (run === undefined) unavailable(row.name, 'it has no such function')
    this.#core.log.engine.record(row.id, args)
    return run(...args)
  }

  #runGame(row: FunctionRow, args: readonly unknown[]): unknown {
    const run = this.#gameTable[row.name]
    if (run === undefined) unavailable(row.name, 'its game has no such function')
    this.#core.log.game.record(row.id, args)
    return run(...args)
  }
}

function tableOf(
  rowsOfTable: readonly FunctionRow[],
  call: (row: FunctionRow, args: readonly unknown[]) => unknown,
): Functions {
  return Object.fromEntries(
    rowsOfTable.map((row) => [row.name, (...args: readonly unknown[]) => call(row, args)]),
  )
}
