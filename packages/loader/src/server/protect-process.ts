/**
 * The process belongs to the engine, and plugins are guests in it. Node gives every script the power to end its process,
 * to take its signals and to die of an error that nobody caught; this takes that power away and says so to whoever
 * tries to use it. What plugins may do with the process otherwise stays as it is.
 */
import { syncBuiltinESMExports } from 'node:module'

import type { Print } from '../log.js'
import { replaceStreams } from './process-streams.js'
import { refuseCalls } from './refused-calls.js'
import { refuseListeners } from './refused-listeners.js'
import { surviveUncaught } from './uncaught.js'

/**
 * Logs an error with the plugin it came from.
 *
 * @param place - What the plugin was doing; null if that is not known.
 * @param resource - What called its code back, as async_hooks calls it: a timer, a promise, a system call.
 */
export type Report = (error: unknown, place: string | null, resource?: object) => void

export interface Protection {
  readonly report: Report
  readonly print: Print
}

/** Protects the process for good. */
export function protectProcess(target: NodeJS.Process, { report, print }: Protection): void {
  // Before anything is refused, because these two are listeners of the kinds that are.
  surviveUncaught(target, report)
  refuseListeners(target, report)
  refuseCalls(target)
  replaceStreams(target, print)
  // Node starts this program where a plugin forks a script. It is the engine's, and would be a second server.
  target.execPath = 'node'
  // `import { exit } from 'node:process'` in an ES module gets copies, which were made before.
  syncBuiltinESMExports()
}
