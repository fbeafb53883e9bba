/**
 * Random numbers, the same in every run, so that a test can be repeated. It is the Mersenne Twister with the seed that the
 * native fake engine has too, so that a scenario rolls the same dice on both.
 */
const length = 624
const middle = 397

export class Random {
  readonly #state = new Uint32Array(length)
  #at = length

  constructor(seed = 1998) {
    const state = this.#state
    state[0] = seed
    for (let index = 1; index < length; index += 1) {
      const before = state[index - 1] ?? 0
      state[index] = Math.imul(1812433253, before ^ (before >>> 30)) + index
    }
  }

  /** Whole, both ends included; `low` if the range is empty. */
  whole(low: number, high: number): number {
    if (high <= low) return low
    return low + (this.#next() % (high - low + 1))
  }

  real(low: number, high: number): number {
    const share = Math.fround((this.#next() >>> 8) / (1 << 24))
    return Math.fround(low + Math.fround(Math.fround(high - low) * share))
  }

  #next(): number {
    if (this.#at === length) this.#renew()
    let word = this.#state[this.#at] ?? 0
    this.#at += 1
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    return (word ^ (word >>> 18)) >>> 0
  }

  #renew(): void {
    const state = this.#state
    for (let index = 0; index < length; index += 1) {
      const word = ((state[index] ?? 0) & 0x80000000) | ((state[(index + 1) % length] ?? 0) & 0x7fffffff)
      const odd = (word & 1) === 0 ? 0 : 0x9908b0df
      state[index] = (state[(index + middle) % length] ?? 0) ^ (word >>> 1) ^ odd
    }
    this.#at = 0
  }
}
