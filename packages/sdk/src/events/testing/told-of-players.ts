/** Clients who come and go, and what a plugin is told of them, for tests. */
import type { Plugin } from '../../index.js'
import { PlayerSlots } from '../../players/testing/player-slots.js'
import { testServer } from '../../raw/testing/test-server.js'

export const ann = { index: 1, userId: 7, name: 'Ann' }
export const bob = { index: 2, userId: 8, name: 'Bob' }
export const bot = { index: 3, userId: 9, name: 'Cid', isBot: true }

/** What a plugin was told, a line each. */
export function heard(plugin: Plugin): string[] {
  const lines: string[] = []
  const late = (replayed: boolean): string => (replayed ? ' replayed' : '')
  plugin.events
    .on('playerConnect', ({ name, address, replayed }) =>
      lines.push(`connect ${name} ${address ?? 'nowhere'}${late(replayed)}`),
    )
    .on('playerJoin', ({ player, replayed }) => lines.push(`join ${player.name}${late(replayed)}`))
    .on('playerLeave', ({ player, reason }) => lines.push(`leave ${player.name} ${reason ?? 'unasked'}`))
  return lines
}

export function server(): ReturnType<typeof testServer> & { slots: PlayerSlots; lines: string[] } {
  const started = testServer()
  const slots = new PlayerSlots(started.memory)
  const lines = heard(started.plugin)
  slots.frame()
  return { ...started, slots, lines }
}
