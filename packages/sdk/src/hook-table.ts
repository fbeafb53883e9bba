/** The objects `plugin.on`, `plugin.onPost`, `plugin.onEngine` and `plugin.onEnginePost`. */
import { closedTable, nearestNames } from './nearest-names.js'
import type { PluginScope } from './plugin-scope.js'
import { Phase } from './raw/dispatch.js'
import type { Dispatcher } from './raw/dispatch.js'
import { rows } from './raw/generated/rows.js'
import type { Row } from './raw/generated/rows.js'
import type { EngineHooks, GameDllHooks } from './raw/generated/hooks.js'
import type { Hook, Undo } from './raw/hook.js'

/** Refuses a client with a text that its player reads; the value of `supercede()` in `clientConnect`. */
export interface Rejection {
  /** At most 127 bytes of UTF-8. */
  readonly reject: string
}

type ConnectEvent = Parameters<Parameters<GameDllHooks['clientConnect']>[0]>[0]

/** The functions of the game DLL that can be hooked. */
export interface GameHooks extends GameDllHooks {
  /**
   * A client wants to join. `supercede({ reject: 'Banned' })` refuses it and tells it why.
   *
   * @native DLL_FUNCTIONS.pfnClientConnect
   */
  readonly clientConnect: Hook<ConnectEvent, boolean, boolean | Rejection>
}

type TableName = 'on' | 'onPost' | 'onEngine' | 'onEnginePost'

export interface HookTables {
  readonly on: GameHooks
  readonly onPost: GameHooks
  readonly onEngine: EngineHooks
  readonly onEnginePost: EngineHooks
}

const isEngineRow = (row: Row): boolean => row.table === 'engine'

/** Makes the four tables of a plugin. */
export function createHookTables(scope: PluginScope, dispatcher: Dispatcher): HookTables {
  const make = (name: TableName): object => hookTable(name, scope, dispatcher)
  // The tables have the functions of these types, because rows and types are generated from the same data.
  return {
    on: make('on') as GameHooks,
    onPost: make('onPost') as GameHooks,
    onEngine: make('onEngine') as EngineHooks,
    onEnginePost: make('onEnginePost') as EngineHooks,
  }
}

function hookTable(table: TableName, scope: PluginScope, dispatcher: Dispatcher): object {
  const phase = table.endsWith('Post') ? Phase.Post : Phase.Pre
  const isOfEngine = table.startsWith('onEngine')
  const hookOf =
    (row: Row) =>
    (listener: unknown): Undo => {
      scope.requireLoaded(`plugin.${table}.${row.name}`)
      return scope.keep(dispatcher.add(scope, row, phase, listener))
    }
  const own = rows.filter((row) => isEngineRow(row) === isOfEngine)
  const hooks = Object.fromEntries(own.map((row) => [row.name, hookOf(row)]))
  return closedTable(hooks, (name) => unknownHook(name, table, own, isOfEngine, phase))
}

function unknownHook(
  name: string,
  table: TableName,
  own: readonly Row[],
  isOfEngine: boolean,
  phase: Phase,
): TypeError {
  const elsewhere = rows.find((row) => row.name === name && isEngineRow(row) !== isOfEngine)
  const post = phase === Phase.Post ? 'Post' : ''
  if (elsewhere !== undefined) {
    const other = `plugin.on${isOfEngine ? '' : 'Engine'}${post}.${name}`
    return new TypeError(`plugin.${table}.${name}: there is no such hook; use ${other}`)
  }
  const nearest = nearestNames(
    name,
    own.map((row) => row.name),
  )
  const cure = nearest.length === 0 ? 'see the list of hooks' : `did you mean ${nearest.join(', ')}?`
  return new TypeError(`plugin.${table}.${name}: there is no such hook; ${cure}`)
}
