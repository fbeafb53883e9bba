/** Entities: found, made, changed, removed. */
import type { Entity } from '@csr/metamod-sdk'

import { world, ada, box, made, type EngineCall, each } from './subjects.js'

export const entities: readonly EngineCall[] = [
  ...each(
    ['player', 'info_player_start', 'test_lift', 'nothing'],
    'findEntityByString classname',
    ({ engine }, name) => {
      const found: (Entity | null)[] = []
      for (let at = engine.findEntityByString(null, 'classname', name); at !== null && found.length < 20;) {
        found.push(at)
        at = engine.findEntityByString(at, 'classname', name)
      }
      return found
    },
  ),
  ...each(
    ['netname', 'targetname', 'model', 'globalname', 'flags', ''],
    'findEntityByString field',
    ({ engine }, field) => engine.findEntityByString(null, field, 'Ada'),
  ),
  ...each([1, 100, 600, 5000], 'findEntityInSphere', ({ engine }, radius) => {
    const found: (Entity | null)[] = []
    for (let at = engine.findEntityInSphere(null, [0, 0, 0], radius); at !== null && found.length < 30;) {
      found.push(at)
      at = engine.findEntityInSphere(at, [0, 0, 0], radius)
    }
    return found
  }),
  ...each([0, 1, 2, 3, 8, 9, 12, 20, 500], 'pEntityOfEntIndex', ({ engine }, index) =>
    engine.pEntityOfEntIndex(index),
  ),
  ...each([0, 1, 3, 9, 500], 'pEntityOfEntIndexAllEntities', ({ engine }, index) =>
    engine.pEntityOfEntIndexAllEntities(index),
  ),
  ...each([0, 1, 8, 9, 14, 100], 'entity', (plugin, index) => plugin.entity(index)),
  ['entity(-1)', (p) => p.entity(-1)],
  ['entity(99999)', (p) => p.entity(99999)],
  ['indexOfEdict', (p) => [p.engine.indexOfEdict(null), p.engine.indexOfEdict(ada(p))]],
  ['entOffsetOfPEntity round trip', (p) => p.engine.pEntityOfEntOffset(p.engine.entOffsetOfPEntity(ada(p)))],
  ['getVarsOfEnt', (p) => p.engine.findEntityByVars(p.engine.getVarsOfEnt(ada(p)) as Entity)],
  ['numberOfEntities', (p) => p.engine.numberOfEntities()],
  ['createEntity', (p) => p.engine.createEntity()?.vars.className],
  ['createNamedEntity', (p) => [made(p).vars.className, made(p).vars.origin]],
  ['createNamedEntity of no class', (p) => p.engine.createNamedEntity('nothing_such')],
  ['spawn of a made one', (p) => [p.gamedll.spawn(made(p)), p.engine.numberOfEntities()]],
  [
    'removeEntity',
    (p) => {
      const entity = made(p)
      const index = entity.index
      p.engine.removeEntity(entity)
      return [entity.isValid, p.engine.pEntityOfEntIndex(index)]
    },
  ],
  [
    'a stale entity throws',
    (p) => {
      const entity = made(p)
      p.engine.removeEntity(entity)
      return entity.vars.health
    },
  ],
  ['removeEntity of the world', (p) => p.engine.removeEntity(world(p))],
  [
    'setSize',
    (p) => {
      const entity = made(p)
      p.engine.setSize(entity, [-4, -4, 0], [4, 4, 8])
      return [entity.vars.mins, entity.vars.maxs, entity.vars.size, entity.vars.absMin, entity.vars.absMax]
    },
  ],
  ['setSize backwards', (p) => p.engine.setSize(made(p), [4, 0, 0], [-4, 0, 0])],
  [
    'setOrigin',
    (p) => {
      const entity = made(p)
      p.engine.setOrigin(entity, [10, 20, 30])
      return [entity.vars.origin, entity.vars.absMin]
    },
  ],
  [
    'setModel',
    (p) => {
      const entity = made(p)
      p.engine.setModel(entity, 'models/ammo.mdl')
      return [entity.vars.model, entity.vars.modelIndex, entity.vars.mins]
    },
  ],
  ['modelIndex', (p) => [p.engine.modelIndex('models/player.mdl'), p.engine.modelIndex('models/none.mdl')]],
  ['modelFrames', (p) => [p.engine.modelFrames(1), p.engine.modelFrames(400)]],
  ['getModelPtr', (p) => p.engine.getModelPtr(ada(p))],
  ['getBonePosition', (p) => p.engine.getBonePosition(ada(p), 0)],
  ['getAttachment', (p) => p.engine.getAttachment(ada(p), 0)],
  ['getEntityIllum', (p) => p.engine.getEntityIllum(ada(p))],
  [
    'makeStatic',
    (p) => {
      const entity = made(p)
      p.engine.makeStatic(entity)
      return entity.isValid
    },
  ],
  [
    'changeYaw',
    (p) => {
      const { vars } = box(p)
      Object.assign(vars, { idealYaw: 90, yawSpeed: 30, angles: [0, 10, 0] })
      p.engine.changeYaw(box(p))
      return vars.angles
    },
  ],
  [
    'changePitch',
    (p) => {
      const { vars } = box(p)
      Object.assign(vars, { idealPitch: -40, pitchSpeed: 15, angles: [350, 10, 0] })
      p.engine.changePitch(box(p))
      return vars.angles
    },
  ],
  [
    'moveToOrigin',
    (p) => {
      p.engine.moveToOrigin(box(p), [300, 300, 0], 20, 0)
      return box(p).vars.origin
    },
  ],
  [
    'pvEntPrivateData',
    (p) => [p.engine.pvEntPrivateData(ada(p)), p.engine.pvEntPrivateData(p.engine.createEntity() as Entity)],
  ],
  [
    'freeEntPrivateData',
    (p) => {
      const entity = made(p)
      p.engine.freeEntPrivateData(entity)
      return p.engine.pvEntPrivateData(entity)
    },
  ],
  [
    'player variables',
    (p) => {
      const { health, frags, netName, className, flags, maxSpeed, viewOfs, solid, moveType } = ada(p).vars
      return [health, frags, netName, className, flags, maxSpeed, viewOfs, solid, moveType]
    },
  ],
  [
    'a text field',
    (p) => {
      ada(p).vars.targetName = 'somebody'
      return [ada(p).vars.targetName, p.engine.findEntityByString(null, 'targetname', 'somebody')]
    },
  ],
  [
    'an entity field',
    (p) => {
      ada(p).vars.owner = box(p)
      const { owner } = ada(p).vars
      ada(p).vars.owner = null
      return [owner, ada(p).vars.owner]
    },
  ],
  ['setView', (p) => p.engine.setView(ada(p), box(p))],
]
