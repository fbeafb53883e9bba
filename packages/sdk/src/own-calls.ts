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
  const own = { ...queries, ...messages.callsOf(scope), regUserMsg }
  return { ...calls, engine: Object.freeze(Object.assign(table, engine, own)) }
}

/** HLDS and ReHLDS end the server where nobody is at the other end of the line, or a bot. */
function checkClient(engine: Calls['engine'], place: string, player: Entity): void {
  // Else an error would name a call that is not the plugin's.
  indexOfEntity(player, place, 'player')
  const isClient = engine.getPlayerUserId(player) > 0 && (player.vars.flags & EntityFlag.FakeClient) === 0
  if (!isClient) throw outOfRange(place, 'player', 'a player who is no bot', player)
}
