/**
 * What a plugin leaves to its next version. Data only: it is turned into bytes when the old version has detached, so that
 * nothing of the old code, not even a class of its, lives on in the new one.
 */
import { deserialize, serialize } from 'node:v8'

import { notHandedOver } from './handover-data.js'
import { text } from './raw/checks.js'
import { wrongType } from './raw/errors.js'

/** The values that a plugin left, each by its key, as bytes. */
export type HandedOver = ReadonlyMap<string, Uint8Array>

/** What becomes of a value that could not be left: the key, and why in words that end a line of the log. */
export type Undeliverable = (key: string, why: string) => void

export class Handover {
  readonly #left: HandedOver
  readonly #values = new Map<string, unknown>()

  /** @param left - What the version before has left. */
  constructor(left: HandedOver = new Map()) {
    this.#left = left
  }

  /** The value of a key: this version's, else that of the version before, else a new one. */
  take<Value>(key: string, initial: () => Value): Value {
    const place = 'handover'
    text(key, place, 'key')
    if (typeof initial !== 'function') throw wrongType(place, 'initial', 'a function', initial)
    if (!this.#values.has(key)) {
      const bytes = this.#left.get(key)
      this.#values.set(key, bytes === undefined ? initial() : revive(bytes))
    }
    return this.#values.get(key) as Value
  }

  /** Turns what this version has asked for into bytes. What is no data is left out, and said. */
  pack(undeliverable: Undeliverable): HandedOver {
    const packed = new Map<string, Uint8Array>()
    for (const [key, value] of this.#values) {
      try {
        const why = notHandedOver(value)
        if (why === null) packed.set(key, serialize(value))
        else undeliverable(key, why)
      } catch (error) {
        // A getter of the plugin's threw, or there is no memory for a copy.
        undeliverable(key, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    return packed
  }
}

/** Typed arrays that come out lie in the bytes that went in, which may be needed once more. */
const revive = (bytes: Uint8Array): unknown => deserialize(new Uint8Array(bytes))
