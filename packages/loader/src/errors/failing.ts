/**
 * Plugins that fail again and again within a moment, such as in every hook of a frame. Each failure costs the server
 * time, and what else such a plugin does is hardly what its author meant.
 */
const secondMs = 1000

/** The cvar's value unless an administrator gives it another; 0 is for any number. */
export const defaultErrorLimit = 100

export class Failing {
  /** By what fails: when its second began, and how often it has failed since. */
  readonly #seconds = new WeakMap<object, { begin: number; count: number }>()
  readonly #now: () => number

  /** @param now - A clock, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * Counts one more failure. A second begins with a plugin's first failure, and the next with the first after it.
   *
   * @param limit - How many failures a second may have; 0 or less for any number.
   * @returns whether it was one too many. The plugin then starts with a clean slate.
   */
  isTooMuch(culprit: object, limit: number): boolean {
    if (!(limit > 0)) return false
    const now = this.#now()
    const known = this.#seconds.get(culprit)
    const second = known === undefined || now - known.begin >= secondMs ? { begin: now, count: 0 } : known
    second.count += 1
    this.#seconds.set(culprit, second)
    if (second.count <= limit) return false
    this.#seconds.delete(culprit)
    return true
  }
}
