/**
 * What a hook answers and what the answer counts as: the numbers are `META_RES`, the rules DESIGN's "rules of dispatch".
 */
import { MetaResult } from '@csr/metamod-sdk'

/** Before the real function, or after it. */
export type Phase = 'pre' | 'post'

/** `result` is any number, because a native plugin can have left any there. */
export interface Answer<Value> {
  readonly result: number
  /** Counts with OVERRIDE and SUPERCEDE only. */
  readonly value: Value
}

/** What a native plugin did wrong; it is told once for each function. */
export type Complaint = 'no result' | 'unknown result' | 'supercede in post'

/** The answer as it counts. */
export interface Counted {
  readonly result: MetaResult
  readonly complaint: Complaint | null
}

const known: ReadonlySet<number> = new Set([
  MetaResult.Ignored,
  MetaResult.Handled,
  MetaResult.Override,
  MetaResult.Supercede,
])
const isKnown = (result: number): result is MetaResult => known.has(result)

/** A result that is none counts as IGNORED; after the real function nothing can be superceded, only overridden. */
export function counted(result: number, phase: Phase): Counted {
  if (result === MetaResult.Supercede && phase === 'post')
    return { result: MetaResult.Override, complaint: 'supercede in post' }
  if (isKnown(result)) return { result, complaint: null }
  const complaint = result === MetaResult.Unset ? 'no result' : 'unknown result'
  return { result: MetaResult.Ignored, complaint }
}
