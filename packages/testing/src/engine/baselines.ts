/** What clients are told of each entity before the first update. */
import type { EntityState } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import type { Struct } from './game-dll.js'
import { newStruct } from './raw-view.js'
import { hullBox } from './world.js'

const human = hullBox(1)

export function createBaselines({ addresses, dll, edicts, precache }: Engine): void {
  const playerModel = precache.models.find('models/player.mdl')
  for (let index = 0; index < edicts.count; index += 1) {
    const isPlayer = index >= 1 && index <= edicts.clients
    if (edicts.isFree(index) || (!isPlayer && edicts.vars(index).modelIndex === 0)) continue
    const state = newStruct('entity_state_t', addresses) as Struct<EntityState>
    state.number = index
    dll.createBaseline(isPlayer, index, state, index, playerModel, human.mins, human.maxs)
  }
  dll.createInstancedBaselines()
}
