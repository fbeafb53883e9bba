/** Tells another server of a map that has ended: a POST with JSON in it. */
import type { PlayerRow } from './store.js'

/** What is posted. */
export interface MapReport {
  readonly map: string
  readonly players: readonly PlayerRow[]
}

/** Nobody waits longer for a server that does not answer. */
const limitMs = 10_000

/**
 * Posts a report. The game goes on meanwhile.
 *
 * @param signal - Ends the attempt; a plugin has one that is aborted when it is unloaded.
 * @throws Error that says what the other server answered, if it did not take the report.
 */
export async function post(url: string, report: MapReport, signal: AbortSignal): Promise<void> {
  const ended = new AbortController()
  // With the reason that the plugin's signal has: by that the log knows that nobody needs to read of it.
  const end = (): void => ended.abort(signal.reason)
  signal.addEventListener('abort', end, { once: true })
  const timer = setTimeout(
    () => ended.abort(new Error(`${url} gave no answer within ${limitMs / 1000} seconds`)),
    limitMs,
  ).unref()
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      signal: ended.signal,
    })
    if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}`.trim())
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
