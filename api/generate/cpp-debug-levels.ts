/** The trace levels in the order of the functions' numbers, for the core (core/debug_trace.cc). */
import { debugLevels } from '../debug-levels.js'
import type { FunctionTable } from '../schema.js'
import { tsBanner } from './c-text.js'

export function cppDebugLevels(tables: readonly FunctionTable[]): string {
  const lines = tables.flatMap((table) => {
    const levels = debugLevels(table)
    return table.rows.map(({ cName }, i) => `${levels[i] ?? 0},  // ${cName}\n`)
  })
  return tsBanner('api/debug-levels.ts') + lines.join('')
}
