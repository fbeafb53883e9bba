/**
 * What goes out to a client in each frame. Nothing is put on a wire, but the game is asked for all of it. It writes into the
 * same structs every time, as it does in engines: a new one for each entity that each client sees took half of a frame.
 */
import type { ClientData, EntityState } from '@csr/metamod-sdk'

import type { Client } from './client.js'
import type { Engine } from './engine.js'
import type { Struct } from './game-dll.js'
import { cell, type VisibilitySet } from './pointers.js'
import { newStruct, type RawView } from './raw-view.js'

const mostWeapons = 64

export class ClientUpdates {
  readonly #engine: Engine
  #data: RawView | null = null
  #weapons: RawView | null = null
  #state: RawView | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  send(client: Client): void {
    const { addresses, dll } = this.#engine
    const { index } = client
    const view = client.viewEntity === 0 ? index : client.viewEntity
    const [pvs, pas] = [cell<VisibilitySet | null>(null), cell<VisibilitySet | null>(null)]
    dll.setupVisibility(view === index ? -1 : view, index, pvs, pas)
    this.#data ??= newStruct('clientdata_t', addresses)
    this.#data.$clear()
    dll.updateClientData(index, true, this.#data as Struct<ClientData>)
    this.#weapons ??= newStruct('weapon_data_t', addresses, mostWeapons)
    this.#weapons.$clear()
    dll.getWeaponData(index, this.#weapons)
    if (client.isSpawned) this.#packEntities(index, pvs.value)
  }

  #packEntities(host: number, visible: VisibilitySet | null): void {
    const { addresses, dll, edicts } = this.#engine
    const state = (this.#state ??= newStruct('entity_state_t', addresses))
    for (let index = 1; index < edicts.count; index += 1) {
      if (edicts.isFree(index) || edicts.privateData(index) === null) continue
      state.$clear()
      const isPlayer = index <= edicts.clients
      dll.addToFullPack(state as Struct<EntityState>, index, index, host, 0, isPlayer, visible)
    }
  }
}
