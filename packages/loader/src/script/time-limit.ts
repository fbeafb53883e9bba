/**
 * An end for code that may have none. A plugin that loops forever while it is loaded would hold the whole server, so what
 * it runs then is interrupted from outside, by V8, as soon as it takes too long.
 */
import { url as inspectorUrl } from 'node:inspector'
import { Script } from 'node:vm'

/** Says which limit was passed. */
export class TimeLimitError extends Error {
  readonly limitMs: number

  constructor(limitMs: number) {
    super(`did not come to an end within ${limitMs} ms and was stopped`)
    this.name = new.target.name
    this.limitMs = limitMs
  }
}

// A script reaches nothing but what is global, so the call waits there for it under a name nobody else has.
const waiting = Symbol.for('@csr/metamod-loader: the call with a time limit')
const runWaiting = new Script(`globalThis[Symbol.for(${JSON.stringify(waiting.description)})]()`)
const longestMs = 2 ** 31 - 1

const noPath = ''
let innermostPath = noPath

/** What the innermost of the calls is for that have a limit now, even if that is none; empty if there is no such call. */
export const limitedPath = (): string => innermostPath

/**
 * Runs a call that has to return in time. Promises and timers that it leaves behind are not counted.
 *
 * @param limitMs - 0 for no limit. There is none either while a debugger may hold the call at a breakpoint.
 * @param path - Of the plugin that it is for; see {@link limitedPath}.
 * @throws TimeLimitError
 */
export function withTimeLimit<Result>(limitMs: number, call: () => Result, path = noPath): Result {
  const outer = innermostPath
  innermostPath = path
  try {
    return runInTime(limitMs, call)
  } finally {
    innermostPath = outer
  }
}

function runInTime<Result>(limitMs: number, call: () => Result): Result {
  const timeout = Math.min(Math.floor(limitMs), longestMs)
  if (!(timeout > 0) || inspectorUrl() !== undefined) return call()
  const global = globalThis as { [waiting]?: (() => unknown) | undefined }
  const outer = global[waiting]
  global[waiting] = call
  try {
    return runWaiting.runInThisContext({ timeout, displayErrors: false }) as Result
  } catch (error) {
    throw isTimeout(error) ? new TimeLimitError(timeout) : error
  } finally {
    global[waiting] = outer
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
