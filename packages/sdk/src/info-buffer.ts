/** Keys and values in the form `\key\value`, which the engine keeps for each client and for the server. */
import type { Calls } from './call-table.js'
import type { Bridge } from './raw/bridge.js'
import type { Entity } from './raw/entity.js'
import type { Pointer } from './raw/pointer.js'

/**
 * The settings of a client (`name`, `model`, `topcolor`…) or, for the world, those of the server.
 *
 * @native enginefuncs_t.pfnGetInfoKeyBuffer
 */
export class InfoBuffer {
  readonly #bridge: Bridge
  readonly #engine: Calls['engine']
  readonly #entity: Entity
  readonly #pointer: Pointer<'infoBuffer'>

  /** @internal Made by `plugin.infoBuffer(entity)`. */
  constructor(bridge: Bridge, engine: Calls['engine'], entity: Entity, pointer: Pointer<'infoBuffer'>) {
    this.#bridge = bridge
    this.#engine = engine
    this.#entity = entity
    this.#pointer = pointer
  }

  /** Everything in it, as the engine keeps it. */
  get text(): string {
    return this.#bridge.pointerText(this.#pointer)
  }

  /**
   * The value of a key; empty when there is none.
   *
   * @native enginefuncs_t.pfnInfoKeyValue
   */
  get(key: string): string {
    return this.#engine.infoKeyValue(this.#pointer, key)
  }

  /**
   * Sets the value of a key, and tells the other clients if it is a client's.
   *
   * @native enginefuncs_t.pfnSetClientKeyValue
   */
  set(key: string, value: string): void {
    if (this.#entity.isPlayer) this.#engine.setClientKeyValue(this.#entity.index, this.#pointer, key, value)
    else this.#engine.setKeyValue(this.#pointer, key, value)
  }

  /**
   * Removes a key.
   *
   * @native enginefuncs_t.pfnInfo_RemoveKey
   */
  remove(key: string): void {
    this.#engine.infoRemoveKey(this.#pointer, key)
  }
}
