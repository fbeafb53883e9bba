/** The players of one plugin, and what notes what of them is told only once. */
import type { HookTables } from '../hook-table.js'
import type { Messages } from '../messages/messages.js'
import type { PluginScope } from '../plugin-scope.js'
import type { Bridge } from '../raw/bridge.js'
import type { Entity } from '../raw/entity.js'
import type { Undo } from '../raw/hook.js'
import type { Connections } from './connections.js'
import { Players } from './players.js'
import type { PlayerServer } from './player.js'

/** What a plugin's players are put together from. */
export interface PluginPlayersParts extends Omit<PlayerServer, 'watchTeams'> {
  readonly scope: PluginScope
  readonly bridge: Pick<Bridge, 'userMessageId'>
  readonly hooks: Pick<HookTables, 'onPost'>
  readonly messages: Pick<Messages, 'listen'>
}

/** Makes the players when they are first asked for; a plugin that never asks has none of the hooks. */
export function pluginPlayers(parts: PluginPlayersParts): () => Players {
  let players: Players | null = null
  return () => {
    if (players !== null) return players
    watchConnections(parts.hooks, parts.connections)
    return (players = new Players({ ...parts, watchTeams: teamWatch(parts) }))
  }
}

/** These hooks run when a client connects or joins, and go with the plugin. */
function watchConnections({ onPost }: Pick<HookTables, 'onPost'>, connections: Connections): void {
  const awaitBeginning = beginningWatch({ onPost }, connections)
  onPost.clientConnect(({ player, address, original, overriding }) => {
    if ((overriding ?? original) !== false) connections.accepted(player.index, address)
  })
  const joined = ({ player }: { readonly player: Entity }): void => {
    connections.joined(player.index)
    awaitBeginning()
  }
  onPost.clientPutInServer(joined)
  onPost.spectatorConnect(joined)
  onPost.clientDisconnect(({ player }) => connections.left(player.index))
  onPost.spectatorDisconnect(({ player }) => connections.left(player.index))
}

/** The engine asks the game about a client only once it sends it something; often, so nobody hears of it for longer. */
function beginningWatch({ onPost }: Pick<HookTables, 'onPost'>, connections: Connections): () => void {
  let stop: Undo | null = null
  return () => {
    if (!connections.isBeginning()) return
    stop ??= onPost.updateClientData(({ player }) => {
      connections.began(player.index)
      if (connections.isBeginning()) return
      stop?.()
      stop = null
    })
  }
}

/** Games without teams do not have the message. */
function teamWatch({ scope, bridge, messages, connections }: PluginPlayersParts): () => void {
  let isOn = false
  return () => {
    if (isOn || bridge.userMessageId(scope.slot, 'TeamInfo') === null) return
    isOn = true
    messages.listen(scope, 'TeamInfo', ({ args: [index, team] }) => {
      if (typeof index === 'number' && typeof team === 'string') connections.changedTeam(index, team)
    })
  }
}
