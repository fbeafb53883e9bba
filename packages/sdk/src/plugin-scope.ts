/**
 * The life of one loaded plugin: all that it registers hangs here, and is taken back when the plugin goes, last
 * registration first.
 */
import type { PluginCalls } from './plugin-calls.js'
import type { Owner } from './raw/dispatch.js'
import { MetamodError } from './raw/errors.js'
import type { Undo } from './raw/hook.js'

export class PluginScope implements Owner {
  readonly slot: number
  isPaused = false
  #isOver = false
  readonly #undos = new Set<Undo>()
  readonly #calls: Pick<PluginCalls, 'run'>

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

  /** Throws for a plugin that was unloaded, but kept a reference and a timer or promise to use it from. */
  requireLoaded(place: string): void {
    if (!this.#isOver) return
    throw new MetamodError('PLUGIN_UNLOADED', `${place}: the plugin was unloaded; end its timers in detach()`)
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
    for (const undo of [...this.#undos].reverse()) undo()
  }
}
