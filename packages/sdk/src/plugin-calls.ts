/**
 * Calls into a plugin's code that are no hooks: commands, timers, events, makers of entities. Whatever such a call throws, or
 * its promise is rejected with later, goes to the log with the plugin's name and the place, and the caller goes on.
 */
import type { ErrorSink, Owner } from './raw/dispatch.js'
import type { Runtime } from './raw/runtime.js'

export class PluginCalls {
  readonly #runtime: Pick<Runtime, 'running'>
  readonly #onError: ErrorSink

  constructor(runtime: Pick<Runtime, 'running'>, onError: ErrorSink) {
    this.#runtime = runtime
    this.#onError = onError
  }

  /** Runs code of a plugin's for a caller that sees to its errors. Whatever the code starts is known as the plugin's. */
  enter<Result>(owner: Owner, call: () => Result): Result {
    const runtime = this.#runtime
    const outer = runtime.running
    runtime.running = owner
    try {
      return call()
    } finally {
      runtime.running = outer
    }
  }

  /**
   * Runs a function of a plugin's.
   *
   * @param where - Names it in the log, such as `command greet`.
   * @returns what the function returned; undefined if it threw.
   */
  run<Result>(owner: Owner, where: string, call: () => Result): Result | undefined {
    const runtime = this.#runtime
    const outer = runtime.running
    const fail = (error: unknown): void => this.#onError(owner.slot, where, error, owner)
    runtime.running = owner
    try {
      const answer = call()
      // A promise of the plugin's may have any `catch` of its own.
      if (answer instanceof Promise) void Promise.prototype.then.call(answer, undefined, fail)
      return answer
    } catch (error) {
      fail(error)
      return undefined
    } finally {
      runtime.running = outer
    }
  }
}
