/** A plugin that notes every call of every function, before and after, with its arguments, its result and its state. */
import {
  definePlugin,
  hookableFunctions,
  hookOf,
  type HookableFunction,
  type PluginDefinition,
} from '@csr/metamod-sdk'

import type { Note } from './driver.js'

/** What one call looked like. */
export interface Called {
  readonly table: HookableFunction['table']
  readonly name: string
  readonly phase: 'pre' | 'post'
}

/** How a note of a call begins. */
export const callWord = ({ table, name, phase }: Called): string => `${phase} ${table}.${name}`

/** The test server sends nothing over a wire, so nothing is encoded. See its README. */
const encoding: ReadonlySet<string> = new Set(['deltaFindField', 'deltaSetFieldByIndex', 'deltaUnsetField'])

export function traceAll(note: Note): PluginDefinition {
  return definePlugin({
    ...{ name: 'Tracer', version: '1.0', author: '', url: '', logTag: 'TRACER' },
    attach(plugin) {
      for (const callee of hookableFunctions.filter(({ name }) => !encoding.has(name)))
        for (const phase of ['pre', 'post'] as const)
          hookOf(
            plugin,
            callee,
            phase,
          )((event) => note(callWord({ ...callee, phase }), ...facts(callee, phase, event)))
    },
  })
}

/** Handles of the string pool differ from server to server; the texts behind them are compared elsewhere. */
const handles: ReadonlySet<string> = new Set(['allocString', 'szFromIndex'])

function facts(
  callee: HookableFunction,
  phase: 'pre' | 'post',
  event: Readonly<Record<string, unknown>>,
): unknown[] {
  const { name, hasResult } = callee
  const parameters = callee.parameters
    .filter(({ isInput, isOutput }) => (phase === 'pre' ? isInput : isInput || isOutput))
    .filter((parameter) => !(handles.has(name) && parameter.name === 'handle'))
    .flatMap((parameter) => [`${parameter.name}=`, event[parameter.name]])
  const result = hasResult && phase === 'post' && !handles.has(name) ? ['->', event['original']] : []
  return [...parameters, ...result]
}
