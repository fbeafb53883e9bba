/**
 * Mistakes that are made again and again: a hook that throws may do so a thousand times a second, and a log of nothing else
 * helps nobody and fills the disk. The first one is told in full, after that the 10th, the 100th, the 1000th…, and the one
 * that comes when none was told for a minute, so that a slow mistake is not forgotten either.
 */
const minuteMs = 60_000

// A message may hold a number that is another one each time. Mistakes beyond these are counted as one.
const mostKinds = 100

/** What the rest of them is called. */
const otherMistakes = 'other mistakes'

interface Told {
  count: number
  /** When it was told last, by the clock. */
  at: number
  /** How many there were then. */
  upTo: number
}

export class Repeats {
  readonly #mistakes = new WeakMap<object, Map<string, Told>>()
  readonly #now: () => number

  /** @param now - A clock, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** As what a mistake is to be counted: as itself, or with all those for which there is no room. */
  kindOf(culprit: object, mistake: string): string {
    const mistakes = this.#mistakes.get(culprit)
    return mistakes === undefined || mistakes.has(mistake) || mistakes.size < mostKinds
      ? mistake
      : otherMistakes
  }

  /** Counts one more of a culprit's mistakes. @returns how many of the kind there were; null if it is not to be told. */
  count(culprit: object, mistake: string): number | null {
    const now = this.#now()
    const mistakes = this.#mistakes.get(culprit) ?? new Map<string, Told>()
    const told = mistakes.get(mistake) ?? { count: 0, at: now, upTo: 0 }
    this.#mistakes.set(culprit, mistakes.set(mistake, told))
    told.count += 1
    if (!Number.isInteger(Math.log10(told.count)) && now - told.at < minuteMs) return null
    told.at = now
    told.upTo = told.count
    return told.count
  }

  /** Begins anew, because the culprit has changed. @returns the mistakes of which the last ones were not told. */
  forget(culprit: object): { readonly mistake: string; readonly count: number }[] {
    const mistakes = [...(this.#mistakes.get(culprit) ?? [])]
    this.#mistakes.delete(culprit)
    return mistakes
      .filter(([, { count, upTo }]) => count > upTo)
      .map(([mistake, { count }]) => ({ mistake, count }))
  }
}

/** How often a mistake was made, for the line that tells it again. */
export function timesText(count: number, kind: string): string {
  return kind === otherMistakes ? `one of ${count} ${kind} by now` : `thrown ${count} times by now`
}
