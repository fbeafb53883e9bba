/** The objects `plugin.engine` and `plugin.gamedll`, and the same two as `util.getHookTables()` gives them. */
import { closedTable, nearestNames } from './nearest-names.js'
import { text } from './raw/checks.js'
import type { CallTarget } from './raw/bridge.js'
import { compileCall } from './raw/compile-call.js'
import type { EngineCalls, GameDllCalls } from './raw/generated/calls.js'
import { rows } from './raw/generated/rows.js'
import type { Row } from './raw/generated/rows.js'
import type { Runtime } from './raw/runtime.js'

/** The functions of the engine that can be called. */
export interface Engine extends EngineCalls {
  /**
   * Reads a whole file below the game directory; null when there is none.
   *
   * @native enginefuncs_t.pfnLoadFileForMe
   */
  loadFileForMe(path: string): Uint8Array | null
}

/** Both sides of the game, callable. */
export interface Calls {
  readonly engine: Engine
  readonly gamedll: GameDllCalls
}

/** Compiles the calls that go to one target; they are the same for all plugins. */
export function createCalls(runtime: Runtime, target: CallTarget): Calls {
  const loadFileForMe = (path: string): Uint8Array | null => {
    runtime.callBase('loadFileForMe')
    return runtime.bridge.loadFile(text(path, 'loadFileForMe', 'path'))
  }
  const engine = rows.filter((row) => row.table === 'engine')
  const gamedll = rows.filter((row) => row.table !== 'engine')
  // The tables have the functions of these types, because rows and types are generated from the same data.
  return {
    engine: callTable('plugin.engine', engine, compileAll(runtime, engine, target), {
      loadFileForMe,
    }) as Engine,
    gamedll: callTable('plugin.gamedll', gamedll, compileAll(runtime, gamedll, target), {}) as GameDllCalls,
  }
}

function compileAll(runtime: Runtime, table: readonly Row[], target: CallTarget): object {
  const callable = table.filter((row) => row.notCallable === undefined && row.handwritten === undefined)
  return Object.fromEntries(callable.map((row) => [row.name, compileCall(runtime, row, target)]))
}

function callTable(place: string, table: readonly Row[], calls: object, byHand: object): object {
  return closedTable({ ...calls, ...byHand }, (name) => {
    const row = table.find((candidate) => candidate.name === name)
    const reason = row?.notCallable ?? row?.handwritten
    if (reason !== undefined) return new TypeError(`${place}.${name}: cannot be called; ${reason}`)
    const nearest = nearestNames(
      name,
      table.map((candidate) => candidate.name),
    )
    const cure = nearest.length === 0 ? 'see the list of functions' : `did you mean ${nearest.join(', ')}?`
    return new TypeError(`${place}.${name}: there is no such function; ${cure}`)
  })
}
