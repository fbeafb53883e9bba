/**
 * Listeners that were added while a call was in the very hook they are for, and that this call must therefore pass by. In
 * one run of neighbours that goes without saying, because it has its list of listeners from the start. But where a native
 * or a paused plugin stands between script plugins, one call comes to us in several frames, and nothing in a frame names
 * its call. It shows by this: frames lie in the scratch block as calls lie in one another, a phase passes the plugins in
 * the order of their slots, and whoever comes first in it finds that nobody answered yet.
 *
 * What this cannot see is what only native plugins' hooks took part in. A listener that is added while nothing but a native
 * plugin's hook of the function runs may be called by that same call; and where a native plugin answers first, a call that
 * passes by the adding plugin, whose own listeners went in the meantime, may be taken for the one before.
 */

/** A listener, and the call that it came too late for. */
interface Late<Entry> {
  readonly entry: Entry
  /** Where the frames of the call lie. */
  readonly base: number
  /** As far as the call has come. */
  lastSlot: number
}

export class LateListeners<Entry> {
  #all: readonly Late<Entry>[] = []

  get isEmpty(): boolean {
    return this.#all.length === 0
  }

  /** Has the call whose frame at `base` runs now pass by a listener. */
  add(entry: Entry, base: number, lastSlot: number): void {
    this.#all = [...this.#all, { entry, base, lastSlot }]
  }

  /** A frame begins: forgets the calls that must be over by now, and notes how far the others are. */
  enter(base: number, isFirst: boolean, firstSlot: number, lastSlot: number): void {
    const goesOn = (late: Late<Entry>): boolean => !isFirst && firstSlot > late.lastSlot
    this.#all = this.#all.filter((late) => late.base < base || (late.base === base && goesOn(late)))
    for (const late of this.#all) if (late.base === base) late.lastSlot = lastSlot
  }

  /** Whether the call whose frame lies at `base` passes by a listener. */
  has(entry: Entry, base: number): boolean {
    return this.#all.some((late) => late.entry === entry && late.base === base)
  }
}
