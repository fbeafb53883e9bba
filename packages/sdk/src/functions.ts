/** The functions that can be hooked, as data: for plugins that treat all of them alike, such as one that traces calls. */
import { isInput, isOutput } from './raw/codec.js'
import { rows } from './raw/generated/rows.js'
import type { Hook } from './raw/hook.js'
import type { Plugin } from './plugin.js'

/** A parameter of a {@link HookableFunction}. */
export interface FunctionParameter {
  /** The property of the event that has it. */
  readonly name: string
  /** Whether it has a value before the real function runs. */
  readonly isInput: boolean
  /** Whether the real function leaves a value in it. */
  readonly isOutput: boolean
}

/** A function that engine and game DLL call each other by. */
export interface HookableFunction {
  /** The C table that it is in. */
  readonly table: 'engine' | 'gamedll' | 'newdll'
  /** Its name in this SDK, such as `clientConnect`. A few stand for a function of the engine and one of the game DLL. */
  readonly name: string
  /** Its name in C, such as `pfnClientConnect`. */
  readonly nativeName: string
  /** In the order in which C has them. */
  readonly parameters: readonly FunctionParameter[]
  /** Whether it returns anything. */
  readonly hasResult: boolean
}

/** All functions that can be hooked, each table in its own order. */
export const hookableFunctions: readonly HookableFunction[] = Object.freeze(
  rows.map(({ table, name, cName, params, returns }) => ({
    table,
    name,
    nativeName: cName,
    parameters: params.map((param) => ({
      name: param.name,
      isInput: isInput(param),
      isOutput: isOutput(param),
    })),
    hasResult: returns.kind !== 'void',
  })),
)

/** The hook of any function: the parameters are properties of its event. */
export type AnyHook = Hook<Readonly<Record<string, unknown>>, unknown>

/**
 * The hook of a function that was found in {@link hookableFunctions}. What is known by name is better hooked as
 * `plugin.on.clientConnect`, where parameters and answers have types.
 *
 * @param phase - Before the real function, or after it.
 */
export function hookOf(plugin: Plugin, callee: HookableFunction, phase: 'pre' | 'post'): AnyHook {
  const { on, onPost, onEngine, onEnginePost } = plugin
  const [pre, post] = callee.table === 'engine' ? [onEngine, onEnginePost] : [on, onPost]
  // The tables have a hook for each row that hookableFunctions was made from, and explain a name that they lack.
  const table = (phase === 'pre' ? pre : post) as unknown as Readonly<Record<string, AnyHook>>
  return table[callee.name] as AnyHook
}
