/**
 * What Node has to be told before V8 ends code that the event loop called, and what of that code is not to come back.
 */
import { createHook, executionAsyncId, executionAsyncResource } from 'node:async_hooks'

import { marksPromises } from '../errors/attribution.js'
import { leaveImmediate } from './watchdog-immediates.js'

const nothing = (): void => undefined

/** How long it is noted what callbacks make, after one was ended, by a Node in which that is better left alone. */
const watchfulMs = 10_000

export class LoopCallbacks {
  #thrown: unknown = null
  /** What the callback that runs now has made, and Node's number of that callback. */
  #made: { type: string; resource: object }[] = []
  #maker = 0
  #rest: NodeJS.Timeout | undefined
  readonly #hook = createHook({
    init: (_id, type, _trigger, resource) => this.#noteMade(type, resource),
  })

  /**
   * Node notes which of its callbacks it is in, and ends the process when it comes back from one out of order, as it does
   * when V8 passes by the rest of it. An uncaught error leaves them out of order too, and sets the notes right: so Node is
   * told of one, which goes no further than to us.
   *
   * @returns false where that cannot be done, and the callback must not be ended.
   */
  leave(error: Error): boolean {
    const { _fatalException: tell } = process as {
      _fatalException?: (error: unknown, isPromise: boolean) => unknown
    }
    // Without them, Node would take it for the end of the process.
    const isHeard =
      process.hasUncaughtExceptionCaptureCallback() || process.listenerCount('uncaughtException') > 0
    if (tell === undefined || !isHeard) return false
    this.#cancelMade()
    // Node would go on counting a timer whose callback did not return.
    clearInterval(executionAsyncResource() as NodeJS.Timeout)
    leaveImmediate()
    this.#made = []
    this.#thrown = error
    tell.call(process, error, false)
    this.#thrown = null
    // Who is ended once may have set the next one going before; from here on that is noted.
    this.#hook.enable()
    return true
  }

  /** Whether this is what {@link LoopCallbacks} told Node of; it is not to be reported. */
  isOwn(error: unknown): boolean {
    return error !== null && error === this.#thrown
  }

  /** The event loop has come back to the game. What was ended may have set the next one going, which is yet to come. */
  cameBack(): void {
    if (marksPromises()) return
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#hook.disable(), watchfulMs).unref()
  }

  /** For good. */
  stop(): void {
    clearTimeout(this.#rest)
    this.#hook.disable()
  }

  #noteMade(type: string, resource: object): void {
    if (type !== 'Timeout' && type !== 'Immediate' && type !== 'TickObject') return
    const maker = executionAsyncId()
    if (maker !== this.#maker) this.#made = []
    this.#maker = maker
    this.#made.push({ type, resource })
  }

  /** Node runs what is due before it comes back to the game: a timer that makes the next one would hold it for ever. */
  #cancelMade(): void {
    if (this.#maker === executionAsyncId()) {
      for (const { type, resource } of this.#made) {
        if (type === 'Timeout') clearTimeout(resource as NodeJS.Timeout)
        else if (type === 'Immediate') clearImmediate(resource as NodeJS.Immediate)
        else (resource as { callback: unknown }).callback = nothing
      }
    }
    this.#made = []
  }
}
