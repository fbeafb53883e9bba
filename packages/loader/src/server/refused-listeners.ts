/**
 * Listeners of `process` that would take something from the server: a signal, whose handler Node would replace for good,
 * or the errors that nobody caught. They are not added, and one line says whose they were. A listener is often added by a
 * library deep inside of a plugin that works without it, so nothing is thrown.
 */
import { constants } from 'node:os'

import type { Report } from './protect-process.js'

const adders = ['on', 'addListener', 'once', 'prependListener', 'prependOnceListener'] as const

const errorEvents = new Set(['uncaughtException', 'uncaughtExceptionMonitor', 'unhandledRejection'])

type Add = (event: string | symbol, listener: (...args: unknown[]) => void) => NodeJS.Process

export function refuseListeners(target: NodeJS.Process, report: Report): void {
  // Node learns here that there is a listener for a signal, and takes the signal from the engine. Without it, not even
  // a listener that comes another way does that.
  target.removeAllListeners('newListener')
  target.removeAllListeners('removeListener')
  for (const name of adders) {
    const add = target[name].bind(target) as Add
    const guarded: Add = (event, listener) => {
      const reason = refusal(event)
      if (reason === null) return add(event, listener)
      report(errorFrom(guarded, reason), `process.${name}('${String(event)}')`)
      return target
    }
    Object.defineProperty(target, name, { value: guarded, configurable: true, writable: true })
  }
}

function refusal(event: string | symbol): string | null {
  if (typeof event !== 'string') return null
  if (Object.hasOwn(constants.signals, event))
    return 'the listener was not added, because signals are for the engine; clean up in detach, which runs at the end'
  if (errorEvents.has(event))
    return 'the listener was not added, because the server logs these errors itself; catch them where they are thrown'
  return null
}

/** An error whose stack begins at the caller and reaches through a library to the plugin that uses it. */
function errorFrom(called: unknown, message: string): Error {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const error = new Error(message)
  Error.captureStackTrace(error, called as Add)
  Error.stackTraceLimit = limit
  return error
}
