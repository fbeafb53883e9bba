/**
 * The life of one loaded plugin: all that it registers hangs here, and is taken back when the plugin goes, last
 * registration first.
 */
import { setMaxListeners } from 'node:events'

import type { PluginCalls } from './plugin-calls.js'
import type { Owner } from './raw/dispatch.js'
import { MetamodError } from './raw/errors.js'
import type { Undo } from './raw/hook.js'

export class PluginScope implements Owner {
  readonly slot: number
  isPaused = false
  /** What the plugin's file exported. */
  info: object | null = null
  #isOver = false
  readonly #undos = new Set<Undo>()
  readonly #calls: Pick<PluginCalls, 'run'>
  #ending: AbortController | null = null

  constructor(slot: number, calls: Pick<PluginCalls, 'run'>) {
    this.slot = slot
    this.#calls = calls
  }

  /**
   * Runs a function of the plugin's that is no hook. What it throws, or its promise is rejected with, goes to the log.
   *
   * @param where - Names it there, such as `command greet`.
   * @returns what the function returned; undefined if it threw.
   */
  run<Result>(where: string, call: () => Result): Result | undefined {
    return this.#calls.run(this, where, call)
  }

  /** Whether its listeners are to be called: it is neither paused nor gone. Each call of one may have changed that. */
  get isRunning(): boolean {
    return !this.isPaused && !this.#isOver
  }

  /** Is aborted when the plugin has gone, after all else of it. */
  get signal(): AbortSignal {
    this.#ending ??= newEnding()
    if (this.#isOver) this.#abort()
    return this.#ending.signal
  }

  /** Throws for a plugin that was unloaded, but kept a reference and a timer or promise to use it from. */
  requireLoaded(place: string): void {
    if (!this.#isOver) return
    const cure = 'end what it had begun in detach(), or with plugin.signal'
    throw new MetamodError('PLUGIN_UNLOADED', `${place}: the plugin was unloaded; ${cure}`)
  }

  /** Remembers how to take something back, and gives the author the means to do it earlier. */
  keep(undo: Undo): Undo {
    const undoOnce = (): void => {
      if (this.#undos.delete(undoOnce)) undo()
    }
    this.#undos.add(undoOnce)
    return undoOnce
  }

  dispose(): void {
    this.#isOver = true
    // One that fails, because the server is gone already, must not keep the others.
    for (const undo of [...this.#undos].reverse()) this.run('unload', undo)
    this.#abort()
  }

  #abort(): void {
    const ending = this.#ending
    // What listens is the plugin's code.
    if (ending !== null) this.run('signal', () => ending.abort(unloadReason()))
  }
}

function newEnding(): AbortController {
  const controller = new AbortController()
  // A plugin may hand it to any number of calls; Node takes more than ten listeners for a leak.
  setMaxListeners(0, controller.signal)
  return controller
}

const unloadReasons = new WeakSet()

function unloadReason(): MetamodError {
  const reason = new MetamodError('PLUGIN_UNLOADED', 'signal: the plugin was unloaded')
  unloadReasons.add(reason)
  return reason
}

/** Whether an error only says that what a plugin had begun was ended with it, by its signal. */
export function isUnloadAbort(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if (unloadReasons.has(error)) return true
  // Node's own functions reject with an AbortError around it.
  const { cause } = error as { readonly cause?: unknown }
  return typeof cause === 'object' && cause !== null && unloadReasons.has(cause)
}
