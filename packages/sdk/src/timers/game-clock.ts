/**
 * Game time that goes on over map changes. The engine's own begins anew with each map, so what a timer has left could not be
 * told from it. One clock serves all plugins of a server.
 */
import type { Undo } from '../raw/hook.js'
import type { Runtime } from '../raw/runtime.js'

export class GameClock {
  readonly #runtime: Pick<Runtime, 'engine' | 'globals'>
  readonly #mapEndListeners = new Set<() => void>()
  /** What earlier maps took. */
  #held = 0
  /** The engine's time when this map was first looked at; null where none runs. */
  #base: number | null = null
  #last = 0
  #isBetweenMaps = false
  #endedMaps = 0

  constructor(runtime: Pick<Runtime, 'engine' | 'globals'>) {
    this.#runtime = runtime
  }

  /** The engine's own time, in seconds; null where there is none. */
  get engineTime(): number | null {
    return this.#isBetweenMaps || this.#runtime.engine.edictCount === 0 ? null : this.#runtime.globals.time
  }

  /** The engine's time with which the map that runs began; null where none runs. */
  get startTime(): number | null {
    return this.#base
  }

  /** Seconds of game time since the server started; stands still between maps. */
  get now(): number {
    const time = this.engineTime
    if (time === null) return this.#held
    // First, because it may add to what is held.
    const base = this.#baseAt(time)
    return this.#held + time - base
  }

  /** How many maps have ended, which tells whether it is still the same one. */
  get endedMaps(): number {
    return this.#endedMaps
  }

  /** The map's time counts from here, and not from when somebody looks first: that may be a frame later. */
  mapStarted(): void {
    this.#isBetweenMaps = false
    const time = this.engineTime
    if (time !== null) this.#baseAt(time)
  }

  mapEnded(): void {
    this.#held = this.now
    this.#base = null
    this.#isBetweenMaps = true
    this.#endedMaps += 1
    for (const listener of [...this.#mapEndListeners]) listener()
  }

  /** Calls a function of ours, which must not throw, when a map has ended. */
  onMapEnd(listener: () => void): Undo {
    this.#mapEndListeners.add(listener)
    return () => this.#mapEndListeners.delete(listener)
  }

  #baseAt(time: number): number {
    // A map may also begin without a word, where a host Metamod keeps it from us.
    if (this.#base !== null && time < this.#last) {
      this.#held += this.#last - this.#base
      this.#base = null
    }
    this.#base ??= time
    this.#last = time
    return this.#base
  }
}
