/** Timers by when they are due: the next one is at hand, and one is put in or taken out in some log₂(n) steps. */

/** A registered timer. */
export interface Timer {
  readonly callback: () => unknown
  /** Seconds between two calls; null for one that is called once. */
  readonly interval: number | null
  readonly untilMapEnd: boolean
  /** In the plugin's game time. */
  due: number
  /** Counts registrations: of two that are due at the same time, the lower is called first. */
  readonly order: number
  isActive: boolean
  /** Its place in the heap; -1 while it is not there. */
  at: number
}

const isBefore = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.order < b.order)

export class TimerHeap {
  /** The two after number n stand at 2n + 1 and 2n + 2, neither before it. */
  readonly #timers: Timer[] = []

  get size(): number {
    return this.#timers.length
  }

  /** The one that is due next. */
  get first(): Timer | undefined {
    return this.#timers[0]
  }

  /** All, in no order. */
  get all(): readonly Timer[] {
    return this.#timers
  }

  add(timer: Timer): void {
    this.#timers.push(timer)
    this.#rise(timer, this.#timers.length - 1)
  }

  /** Takes one out; nothing happens when it is not there. */
  remove(timer: Timer): void {
    const { at } = timer
    if (at < 0) return
    timer.at = -1
    const last = this.#timers.pop()
    if (last === undefined || last === timer) return
    this.#rise(last, at)
    this.#sink(last, last.at)
  }

  /** Moves a timer from the given place towards the front as far as it belongs. */
  #rise(timer: Timer, from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.#timers[above]
      if (parent === undefined || !isBefore(timer, parent)) break
      this.#put(parent, at)
      at = above
    }
    this.#put(timer, at)
  }

  #sink(timer: Timer, from: number): void {
    let at = from
    for (;;) {
      const left = this.#timers[2 * at + 1]
      const right = this.#timers[2 * at + 2]
      const earlier = left !== undefined && right !== undefined && isBefore(right, left) ? right : left
      if (earlier === undefined || !isBefore(earlier, timer)) break
      const below = earlier.at
      this.#put(earlier, at)
      at = below
    }
    this.#put(timer, at)
  }

  #put(timer: Timer, at: number): void {
    this.#timers[at] = timer
    timer.at = at
  }
}
