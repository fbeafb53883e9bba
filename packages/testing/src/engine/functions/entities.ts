/** Entities: made, freed, named by index, offset and variables; their origin, size and strings. */
import type { Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'
import { linkEntity, setEntitySize } from '../entities.js'
import { edictSize, mostEntities } from '../entity-addresses.js'
import { EnginePointer, FunctionPointer } from '../pointers.js'

const privateData = new EnginePointer('privateData')

// eslint-disable-next-line max-lines-per-function -- A table of functions, each short.
export function entityFunctions(engine: Engine) {
  const { console, edicts, strings } = engine
  const createEntity = (): number => {
    const entity = edicts.take()
    if (entity < 0) engine.hostError(`CreateEntity: all ${mostEntities} entities are in use`)
    return entity
  }
  const removeEntity = (entity: number): void => {
    if (entity <= edicts.clients)
      engine.hostError(
        `RemoveEntity: entity ${entity} is the world or a client slot; those cannot be removed`,
      )
    else edicts.free(entity)
  }
  return {
    createEntity,
    removeEntity,
    // A static entity lives on in the clients alone.
    makeStatic: removeEntity,
    createNamedEntity(className: number): number {
      const name = strings.text(className)
      if (className === 0) return -1
      const entity = createEntity()
      if (entity < 0) return -1
      edicts.vars(entity).className = className
      if (engine.createEntity(entity, name)) return entity
      console.line(`CreateNamedEntity: the game has no class '${name}'`)
      edicts.free(entity)
      return -1
    },
    pvAllocEntPrivateData(entity: number, size: number): EnginePointer | null {
      if (entity < 0 || size <= 0) return null
      edicts.setPrivate(entity, {})
      return privateData
    },
    pvEntPrivateData: (entity: number): EnginePointer | null =>
      entity < 0 || edicts.privateData(entity) === null ? null : privateData,
    freeEntPrivateData(entity: number): void {
      if (entity >= 0) edicts.freePrivate(entity)
    },
    getVarsOfEnt: (entity: number): number => entity,
    findEntityByVars: (vars: number): number => (vars < edicts.count ? vars : -1),
    pEntityOfEntOffset: (offset: number): number => Math.trunc(offset / edictSize),
    entOffsetOfPEntity: (entity: number): number => Math.max(0, entity) * edictSize,
    indexOfEdict: (entity: number): number => Math.max(0, entity),
    // GoldSrc has an off-by-one here: the last client slot counts as empty until the player has private data.
    pEntityOfEntIndex(index: number): number {
      if (!edicts.has(index)) return -1
      return edicts.privateData(index) !== null || index < edicts.clients ? index : -1
    },
    pEntityOfEntIndexAllEntities(index: number): number {
      if (!edicts.has(index)) return -1
      return edicts.privateData(index) !== null || index <= edicts.clients ? index : -1
    },
    numberOfEntities: (): number => edicts.count,
    functionFromName: (name: string): EnginePointer | null =>
      engine.gameFunctions.has(name) ? new FunctionPointer(name) : null,
    nameForFunction: (pointer: EnginePointer | null): string | null =>
      pointer instanceof FunctionPointer ? pointer.name : null,
    setOrigin(entity: number, origin: Vec3): void {
      edicts.vars(entity).origin = origin
      linkEntity(engine, entity)
    },
    setSize(entity: number, mins: Vec3, maxs: Vec3): void {
      const axis = mins.findIndex((least, index) => least > (maxs[index] ?? 0))
      if (axis < 0) setEntitySize(engine, entity, { mins, maxs })
      else
        engine.hostError(
          `SetSize: mins must not exceed maxs, got ${mins[axis] ?? 0} and ${maxs[axis] ?? 0} on axis ${axis}`,
        )
    },
    allocString(text: string): number {
      if (!strings.isOpen) {
        console.line('AllocString: there is no string pool before GameInit; call it from GameInit on')
        return 0
      }
      const handle = strings.allocate(text)
      if (handle === 0) engine.hostError('AllocString: the pool of 524288 bytes is full')
      return handle
    },
    szFromIndex: (handle: number): string => strings.text(handle),
  }
}
