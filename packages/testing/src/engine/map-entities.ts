/** The entities of a map: each is told its class first and its other keys then, as real engines do it. */
import { EntityFlag } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import { linkEntity } from './entities.js'
import { mostEntities } from './entity-addresses.js'
import type { KeyValueStruct } from './game-dll.js'
import { newStruct } from './raw-view.js'

/** The keys of one entity, `classname` among them. */
export type MapEntity = Readonly<Record<string, string>>

/** What a map holds unless a test says otherwise; the first is the world. */
export const defaultMap: readonly MapEntity[] = [
  { classname: 'worldspawn', message: 'A box room' },
  { classname: 'info_player_start', origin: '-256 0 40', angles: '0 0 0' },
  { classname: 'info_player_start', origin: '256 0 40', angles: '0 180 0' },
  { classname: 'info_player_start', origin: '0 -256 40', angles: '0 90 0' },
  { classname: 'info_player_start', origin: '0 256 40', angles: '0 270 0' },
  { classname: 'trigger_test', origin: '0 0 32', targetname: 'middle' },
  { classname: 'ammo_box', origin: '128 128 64' },
  { classname: 'test_lift', origin: '-384 -384 16' },
]

/** Creates an entity and spawns it; the world goes into slot 0. */
export function spawnFromMap(engine: Engine, keys: MapEntity, isWorld: boolean): void {
  const { classname } = keys
  if (classname === undefined) {
    engine.console.line('map: an entity has no classname; it is left out')
    return
  }
  const entity = isWorld ? 0 : engine.edicts.take()
  if (entity < 0) engine.hostError(`map: more than ${mostEntities} entities`)
  else if (!giveKeyValue(engine, entity, null, ['classname', classname]))
    engine.hostError(`map: the game does not take the class of an entity, '${classname}'`)
  else if (makeTold(engine, entity, keys)) spawnMade(engine, entity, isWorld)
  else if (!isWorld) engine.edicts.free(entity)
}

function spawnMade(engine: Engine, entity: number, isWorld: boolean): void {
  const { edicts, dll } = engine
  if (edicts.isFree(entity)) return
  const isRefused = dll.spawn(entity) === -1
  const isKilled = isRefused || (edicts.vars(entity).flags & EntityFlag.KillMe) !== 0
  if (!isWorld && !edicts.isFree(entity) && isKilled) edicts.free(entity)
  linkEntity(engine, entity)
}

/** Makes the entity one of the class that the game gave it. False if there is none. */
function makeTold(engine: Engine, entity: number, keys: MapEntity): boolean {
  const { edicts, console, strings } = engine
  const className = strings.text(edicts.vars(entity).className)
  if (!engine.createEntity(entity, className)) {
    console.line(`map: the game has no class '${className}'; the entity is left out`)
    return false
  }
  if (edicts.isFree(entity)) return true
  for (const [key, value] of Object.entries(keys)) {
    // A key that begins with _ is a remark for map compilers.
    if (key === 'classname' || key.startsWith('_')) continue
    giveKeyValue(engine, entity, className, [key, value])
  }
  return true
}

function giveKeyValue(
  { addresses, dll }: Engine,
  entity: number,
  className: string | null,
  [key, value]: readonly [key: string, value: string],
): boolean {
  const pair = newStruct('KeyValueData', addresses) as KeyValueStruct
  pair.className = className
  pair.keyName = key
  pair.value = value
  dll.keyValue(entity, pair)
  return pair.isHandled
}
