/** Which engine it is, for the few things that engines do differently and do not tell of. */
import type { Calls } from '../call-table.js'

/** `hlds` is ReHLDS too. */
export type EngineKind = 'hlds' | 'xash' | 'other'

/** No function of the engine's tells. Xash has both of these variables, HLDS the second, and other engines may have neither. */
export function engineKind(engine: Pick<Calls['engine'], 'cvarGetPointer'>): EngineKind {
  if (engine.cvarGetPointer('sv_trace_messages') !== null) return 'xash'
  return engine.cvarGetPointer('sv_version') !== null ? 'hlds' : 'other'
}
