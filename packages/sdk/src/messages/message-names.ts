/** Messages by name and number, as far as they are registered. */
import { nearestNames } from '../nearest-names.js'
import type { Bridge } from '../raw/bridge.js'
import { text, wholeNumber } from '../raw/checks.js'
import { describe } from '../raw/errors.js'

/** A message that the engine knows. */
export interface KnownMessage {
  readonly id: number
  readonly name: string
  /** In bytes; -1 for a message of variable length. */
  readonly size: number
}

/** Tests what an author gives to say which message is meant. */
export function checkWhich(which: unknown, place: string): string | number {
  if (typeof which === 'number') return wholeNumber(which, 1, 255, place, 'the number')
  return text(which, place, 'the name')
}

export class MessageNames {
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** Null while nobody has registered it. */
  find(slot: number, which: string | number): KnownMessage | null {
    if (typeof which === 'number') {
      const named = this.#bridge.userMessageName(slot, which)
      return named === null ? null : { id: which, ...named }
    }
    const known = this.#bridge.userMessageId(slot, which)
    return known === null ? null : { name: which, ...known }
  }

  /** The error for one that nobody has registered. */
  unknown(which: string | number, place: string): RangeError {
    const names = this.#bridge.userMessages().map(({ name }) => name)
    const nearest = typeof which === 'string' ? nearestNames(which, names) : []
    const cure =
      nearest.length === 0
        ? 'games register theirs when they load a map; `meta game` lists them'
        : `did you mean ${nearest.join(', ')}?`
    return new RangeError(`${place}: no message is called ${describe(which)}; ${cure}`)
  }
}
