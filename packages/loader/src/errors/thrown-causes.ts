/** What led to an error, by its `cause` and, for an AggregateError, its `errors`: for a line each. */
import { safely } from './thrown-safely.js'

// A chain may be a circle, or be made by a loop.
const mostCauses = 6

/** The innermost last. Each is there once, and there are never many. */
export function causesOf(thrown: unknown): unknown[] {
  const found = new Set<unknown>([thrown])
  collect(thrown, found)
  found.delete(thrown)
  return [...found]
}

function collect(thrown: unknown, found: Set<unknown>): void {
  for (const cause of directCauses(thrown)) {
    if (found.size > mostCauses) return
    if (found.has(cause)) continue
    found.add(cause)
    collect(cause, found)
  }
}

function directCauses(thrown: unknown): unknown[] {
  if (typeof thrown !== 'object' || thrown === null) return []
  const cause = safely(() => ('cause' in thrown ? thrown.cause : undefined), undefined)
  const parts = safely(() => partsOf(thrown), [])
  return cause === undefined || cause === null ? parts : [cause, ...parts]
}

function partsOf(thrown: object): unknown[] {
  // Only an AggregateError's are causes; of other errors it may be anything, such as the rules of a form.
  if (!(thrown instanceof AggregateError)) return []
  const errors: unknown = thrown.errors
  return Array.isArray(errors) ? errors.slice(0, mostCauses) : []
}
