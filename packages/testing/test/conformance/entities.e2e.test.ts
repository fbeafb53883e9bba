/** Entities from their making to their end, and what is left in the hands of plugins. */
import type { Entity, Plugin } from '@csr/metamod-sdk'

import { asked, come } from './asked.js'
import { conformInSteps } from './conforms.js'
import type { Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

let plugin: Plugin

const holding: Setup = {
  plugins: () => [
    pluginOf('Holder', (own) => {
      plugin = own
    }),
  ],
}

const made = (): Entity => plugin.engine.createNamedEntity('ammo_box') as Entity
let kept: Entity

conformInSteps('entities', holding, [
  come,
  asked('an entity is made and spawned', () => {
    kept = made()
    return [
      kept.index,
      plugin.gamedll.spawn(kept),
      kept.vars.className,
      kept.vars.model,
      kept.vars.solid,
      kept.vars.absMin,
    ]
  }),
  asked('its variables can be set', () => {
    Object.assign(kept.vars, {
      health: 12.5,
      targetName: 'ünder',
      velocity: [1, 2, 3],
      owner: plugin.entity(1),
      flags: 4,
      globalName: '',
    })
    const { health, targetName, velocity, owner, flags, globalName } = kept.vars
    return [health, targetName, velocity, owner, flags, globalName]
  }),
  asked('it is the same object each time', () => [
    plugin.entity(kept.index) === kept,
    kept.isValid,
    kept.isPlayer,
  ]),
  asked('it falls', (server) => {
    server.frames(5)
    return kept.vars.origin
  }),
  asked('it is removed', () => {
    plugin.engine.removeEntity(kept)
    return [kept.isValid, plugin.entity(kept.index)]
  }),
  asked('a variable of a stale one cannot be read', () => kept.vars.health),
  asked('a variable of a stale one cannot be set', () => {
    kept.vars.health = 1
  }),
  asked('a stale one cannot be given to the engine', () => plugin.engine.setOrigin(kept, [0, 0, 0])),
  asked('its slot is not taken again at once', () => made().index !== kept.index),
  asked('one with FL_KILLME goes', (server) => {
    kept = made()
    kept.vars.flags |= 1 << 30
    server.frames(2)
    return kept.isValid
  }),
  asked('a class of a plugin is made', ({ note, frames }) => {
    plugin.addEntityClass('own_marker', (entity) => {
      note('makes', entity, entity.vars.className)
      plugin.util.callGameEntity('info_player_start', entity)
      entity.vars.health = 77
    })
    const entity = plugin.engine.createNamedEntity('own_marker')
    frames(1)
    return [entity?.vars.className, entity?.vars.health, entity && plugin.gamedll.spawn(entity)]
  }),
  asked('the map ends them all', (server) => {
    kept = made()
    server.console('changelevel yard')
    return [kept.isValid, plugin.entity(0), plugin.engine.numberOfEntities()]
  }),
  asked('after a change of the map the old ones stay stale', () => kept.vars.health),
  asked('a thousand are made and removed', () => {
    for (let count = 0; count < 1000; count += 1)
      plugin.engine.removeEntity(plugin.engine.createEntity() as Entity)
    return plugin.engine.numberOfEntities()
  }),
])
