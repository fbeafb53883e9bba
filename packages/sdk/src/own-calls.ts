/**
 * The functions that are not the same for every plugin, or not quite as the engine has them: of what stays when a plugin is
 * gone the core is told whose it is, and what would end some engines is refused.
 */
import type { Calls } from './call-table.js'
import type { PluginScope } from './plugin-scope.js'
import type { Messages } from './messages/messages.js'
import type { Bridge } from './raw/bridge.js'
import { indexOfEntity } from './raw/entity.js'
import type { Entity } from './raw/entity.js'
import { outOfRange } from './raw/errors.js'
import { EntityFlag } from './raw/generated/enums.js'

/** The same functions for one plugin. */
export function ownCalls(scope: PluginScope, bridge: Bridge, calls: Calls, messages: Messages): Calls {
  const { engine } = calls
  const regUserMsg = (name: string, size: number): number => {
    const id = engine.regUserMsg(name, size)
    if (id > 0) bridge.claimUserMessage(scope.slot, name, size, id)
    messages.registered(name, id)
    return id
  }
  const queries = {
    queryClientCvarValue: (player: Entity, name: string): void => {
      checkClient(engine, 'queryClientCvarValue', player)
      engine.queryClientCvarValue(player, name)
    },
    queryClientCvarValue2: (player: Entity, name: string, requestId: number): void => {
      checkClient(engine, 'queryClientCvarValue2', player)
      engine.queryClientCvarValue2(player, name, requestId)
    },
  }
  // What explains a misspelt name is the table's prototype.
  const table = Object.create(Object.getPrototypeOf(engine) as object) as Calls['engine']
  const own = { ...queries, ...callsToClients(engine), ...messages.callsOf(scope), regUserMsg }
  return { ...calls, engine: Object.freeze(Object.assign(table, engine, own)) }
}

type CallToClient = 'clientCommand' | 'clientPrintf' | 'crosshairAngle' | 'fadeClientVolume' | 'setView'

/** HLDS and ReHLDS end the server where they are to send something through a slot that no client had yet. */
function callsToClients(engine: Calls['engine']): Pick<Calls['engine'], CallToClient> {
  const check = (place: CallToClient, player: Entity): void => {
    indexOfEntity(player, place, 'player')
    if (isFreeSlot(engine, player)) throw outOfRange(place, 'player', 'a player who is there', player)
  }
  return {
    clientCommand: (player, command) => {
      check('clientCommand', player)
      engine.clientCommand(player, command)
    },
    clientPrintf: (player, type, text) => {
      check('clientPrintf', player)
      engine.clientPrintf(player, type, text)
    },
    crosshairAngle: (player, pitch, yaw) => {
      check('crosshairAngle', player)
      engine.crosshairAngle(player, pitch, yaw)
    },
    fadeClientVolume: (player, ...times) => {
      check('fadeClientVolume', player)
      engine.fadeClientVolume(player, ...times)
    },
    setView: (player, viewEntity) => {
      indexOfEntity(viewEntity, 'setView', 'viewEntity')
      check('setView', player)
      engine.setView(player, viewEntity)
    },
  }
}

/** HLDS and ReHLDS end the server where nobody is at the other end of the line, or a bot. */
function checkClient(engine: Calls['engine'], place: string, player: Entity): void {
  // Else an error would name a call that is not the plugin's.
  indexOfEntity(player, place, 'player')
  const isClient = engine.getPlayerUserId(player) > 0 && !isFreeSlot(engine, player)
  if (!isClient || (player.vars.flags & EntityFlag.FakeClient) !== 0)
    throw outOfRange(place, 'player', 'a player who is no bot', player)
}

/** A slot keeps the number of a bot that is gone, but no settings. What is no player's entity is no slot. */
function isFreeSlot(engine: Calls['engine'], player: Entity): boolean {
  const userId = engine.getPlayerUserId(player)
  if (userId <= 0) return userId === 0
  const settings = engine.getInfoKeyBuffer(player)
  return settings === null || engine.infoKeyValue(settings, 'name') === ''
}
