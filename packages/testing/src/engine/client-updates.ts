/** What goes out to a client in each frame. Nothing is put on a wire, but the game is asked for all of it. */
import type { ClientData, EntityState } from '@csr/metamod-sdk'

import type { Client } from './client.js'
import type { Engine } from './engine.js'
import type { Struct } from './game-dll.js'
import { cell, type VisibilitySet } from './pointers.js'
import { newStruct } from './raw-view.js'

const weapons = 64

export function sendUpdate(engine: Engine, client: Client): void {
  const { addresses, dll } = engine
  const { index } = client
  const view = client.viewEntity === 0 ? index : client.viewEntity
  const [pvs, pas] = [cell<VisibilitySet | null>(null), cell<VisibilitySet | null>(null)]
  dll.setupVisibility(view === index ? -1 : view, index, pvs, pas)
  dll.updateClientData(index, true, newStruct('clientdata_t', addresses) as Struct<ClientData>)
  dll.getWeaponData(index, newStruct('weapon_data_t', addresses, weapons))
  if (client.isSpawned) packEntities(engine, index, pvs.value)
}

function packEntities({ addresses, dll, edicts }: Engine, host: number, visible: VisibilitySet | null): void {
  for (let index = 1; index < edicts.count; index += 1) {
    if (edicts.isFree(index) || edicts.privateData(index) === null) continue
    const state = newStruct('entity_state_t', addresses) as Struct<EntityState>
    dll.addToFullPack(state, index, index, host, 0, index <= edicts.clients, visible)
  }
}
