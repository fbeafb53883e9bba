/** Searches through the entities. GoldSrc answers with the world where nothing is found. */
import { EntityFlag, type Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'
import { length } from '../vectors.js'

const fields = {
  classname: 'className',
  globalname: 'globalName',
  model: 'model',
  target: 'target',
  targetname: 'targetName',
  netname: 'netName',
  message: 'message',
  noise: 'noise',
  noise1: 'noise1',
  noise2: 'noise2',
  noise3: 'noise3',
} as const

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function findFunctions({ clients, console, edicts, strings }: Engine) {
  let lastSeen = 0
  /** The first entity after another one that fits; the world if none does. */
  const find = (startAfter: number, fits: (index: number) => boolean): number => {
    for (let index = startAfter < 0 ? 1 : startAfter + 1; index < edicts.count; index += 1)
      if (!edicts.isFree(index) && fits(index)) return index
    return 0
  }
  return {
    findEntityByString(startAfter: number, field: string, value: string): number {
      if (!Object.hasOwn(fields, field)) {
        console.line(`FindEntityByString: '${field}' is no text field of an entity`)
        return -1
      }
      const name = fields[field as keyof typeof fields]
      return find(startAfter, (index) => {
        const handle = edicts.vars(index)[name]
        return handle !== 0 && strings.text(handle) === value
      })
    },
    findEntityInSphere: (startAfter: number, origin: Vec3, radius: number): number =>
      find(startAfter, (index) => {
        const { absMin, absMax, className } = edicts.vars(index)
        // The distance to the nearest point of the entity's box.
        const gap = origin.map(
          (at, axis) => at - Math.min(Math.max(at, absMin[axis] ?? 0), absMax[axis] ?? 0),
        )
        return className !== 0 && length(gap as unknown as Vec3) <= radius
      }),
    // The next living client after the one found last, in turn, as monsters look for players.
    findClientInPVS(_entity: number): number {
      for (let step = 1; step <= edicts.clients; step += 1) {
        const index = ((lastSeen + step - 1) % edicts.clients) + 1
        const { health, flags } = edicts.vars(index)
        const isSpawned = clients.slot(index)?.isSpawned === true
        if (!isSpawned || health <= 0 || (flags & EntityFlag.NoTarget) !== 0) continue
        lastSeen = index
        return index
      }
      return 0
    },
    // All entities with private data, chained from the answer on; the chain ends with the world.
    entitiesInPVS(player: number): number {
      let chain = 0
      for (let index = 1; index < edicts.count; index += 1) {
        if (edicts.isFree(index) || index === player || edicts.privateData(index) === null) continue
        edicts.vars(index).chain = chain
        chain = index
      }
      return chain
    },
  }
}
