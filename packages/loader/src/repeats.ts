/**
 * Mistakes that are made again and again: a hook that throws may do so a thousand times a second, and a log of nothing else
 * helps nobody and fills the disk. The first one is told in full, after that the 10th, the 100th, the 1000th…
 */
export class Repeats {
  readonly #counts = new WeakMap<object, Map<string, number>>()

  /** Counts one more of a culprit's mistakes. @returns how many of the kind there were; null if it is not to be told. */
  count(culprit: object, mistake: string): number | null {
    const counts = this.#counts.get(culprit) ?? new Map<string, number>()
    const count = (counts.get(mistake) ?? 0) + 1
    this.#counts.set(culprit, counts.set(mistake, count))
    return Number.isInteger(Math.log10(count)) ? count : null
  }

  /** Begins anew, because the culprit has changed. */
  forget(culprit: object): void {
    this.#counts.delete(culprit)
  }
}
