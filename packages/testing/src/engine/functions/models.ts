/** Models, sounds and decals: they have names, indexes and boxes here, but no files. */
import type { EntityState, Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'
import { setEntitySize } from '../entities.js'
import type { Struct } from '../game-dll.js'
import type { Cell, EnginePointer } from '../pointers.js'
import { none } from '../vectors.js'

const evenLight = 128
const mostDecals = 512
const mostInstanced = 64

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function modelFunctions(engine: Engine) {
  const { console, decals, edicts, precache, strings } = engine
  // Bones and attachments all lie at the entity's origin.
  const whereEntityIs = (
    entity: number,
    _part: number,
    origin: Cell<Vec3> | null,
    angles: Cell<Vec3> | null,
  ): void => {
    if (origin !== null) origin.value = edicts.vars(entity).origin
    if (angles !== null) angles.value = edicts.vars(entity).angles
  }
  return {
    precacheModel: (name: string): number => precache.models.add(name),
    precacheSound: (name: string): number => precache.sounds.add(name),
    precacheGeneric: (name: string): number => precache.generics.add(name),
    precacheEvent: (_type: number, name: string): number => precache.events.add(name),
    modelIndex(name: string): number {
      const index = precache.models.find(name)
      // Quiet in GoldSrc too, except for the line: code asks for models it may not have precached.
      if (index === 0) console.line(`ModelIndex: '${name}' is not precached`)
      return index
    },
    forceUnmodified(_type: number, _mins: Vec3 | null, _maxs: Vec3 | null, path: string): void {
      if (path !== '' && !engine.server.isLoading)
        engine.hostError(`ForceUnmodified: '${path}' came too late; call it while the map loads`)
    },
    setModel(entity: number, name: string): void {
      const index = precache.models.find(name)
      if (index === 0 && name !== '') {
        engine.hostError(`SetModel: '${name}' is not precached; call PrecacheModel while the map loads`)
        return
      }
      const vars = edicts.vars(entity)
      vars.modelIndex = index
      vars.model = name === '' ? 0 : strings.allocate(name)
      // A brush model brings its own size in a real engine; here only map files say how large one is.
      if (!name.startsWith('*')) setEntitySize(engine, entity, { mins: none, maxs: none })
    },
    modelFrames: (index: number): number => (precache.models.name(index) === null ? 0 : 1),
    getModelPtr: (_entity: number): EnginePointer | null => null,
    animationAutomove: (_entity: number, _seconds: number): void => undefined,
    getBonePosition: whereEntityIs,
    getAttachment: whereEntityIs,
    getEntityIllum: (entity: number): number => edicts.vars(entity).lightLevel || evenLight,
    decalIndex(name: string): number {
      const known = decals.indexOf(name)
      if (name === '' || known >= 0) return known
      return decals.length === mostDecals ? -1 : decals.push(name) - 1
    },
    createInstancedBaseline(className: number, _baseline: Struct<EntityState> | null): number {
      if (className === 0 || precache.instancedBaselines === mostInstanced) return -1
      precache.instancedBaselines += 1
      return precache.instancedBaselines - 1
    },
  }
}
