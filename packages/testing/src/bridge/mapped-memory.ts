/** When the SDK is told where the engine's memory lies: as by the real bridge, with the first entity that crosses. */
import type { BridgeCallbacks, EngineMemory, FunctionRow } from '@csr/metamod-sdk/host'

import type { Engine } from '../engine/engine.js'
import { mostEntities } from '../engine/entity-addresses.js'
import { playerMoveId } from './values.js'

export interface MemorySinks {
  readonly callbacks: () => BridgeCallbacks
  /** Told as well where the engine's entities lie. */
  readonly onMemory: (memory: EngineMemory) => void
}

export class MappedMemory {
  readonly #engine: Engine
  readonly #sinks: MemorySinks
  #mapped: ArrayBuffer | null = null
  #hasMappedMove = false

  constructor(engine: Engine, sinks: MemorySinks) {
    this.#engine = engine
    this.#sinks = sinks
  }

  /** Maps what a call is about to name. */
  mapFor(row: FunctionRow, args: readonly unknown[]): void {
    const hasEntities = this.#mapped === this.#engine.edicts.buffer
    if (hasEntities && this.#hasMappedMove) return
    if (row.params.some(({ kind }) => kind === 'mapped')) this.#mapMove()
    if (hasEntities) return
    const names = row.params.some(
      ({ kind }, index) => (kind === 'edict' || kind === 'entvars') && (args[index] as number) >= 0,
    )
    if (names) this.mapEntities()
  }

  mapEntities(): void {
    const { addresses, edicts, globals } = this.#engine
    if (this.#mapped === edicts.buffer || edicts.buffer.byteLength === 0) return
    this.#mapped = edicts.buffer
    const memory = {
      edicts: edicts.buffer,
      edictCount: mostEntities,
      globals: globals.$arrays.u8.buffer as ArrayBuffer,
      edictsLow: addresses.low,
      edictsHigh: addresses.high,
    }
    this.#sinks.onMemory(memory)
    this.#sinks.callbacks().memory(memory)
  }

  #mapMove(): void {
    if (this.#hasMappedMove) return
    this.#hasMappedMove = true
    const { state } = this.#engine.playerMove
    this.#sinks.callbacks().mapped(playerMoveId, state.$arrays.u8.buffer as ArrayBuffer)
  }
}
