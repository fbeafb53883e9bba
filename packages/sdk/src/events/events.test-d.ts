// Checked by the compiler: what listeners of events are given.
import type typed from 'typed-emitter'

import type { Player, Plugin, PluginEvents } from '../index.js'

export const types = (plugin: Plugin): void => {
  plugin.events
    .on('playerConnect', ({ player, name, address, replayed }) => {
      const values: [Player, string, string | null, boolean] = [player, name, address, replayed]
      plugin.log(String(values.length))
    })
    .once('playerLeave', ({ player, reason }) => plugin.log(`${player.name} ${reason ?? 'left'}`))
    .on('frame', ({ time, delta }) => plugin.log((time + delta).toFixed(2)))

  plugin.events.on('chat', (event) => {
    const text: string = event.text
    const isTeam: boolean = event.isTeam
    plugin.log(`${text} ${isTeam}`)
    // @ts-expect-error -- An event only tells.
    event.text = 'something else'
  })
  // @ts-expect-error -- There is no such event.
  plugin.events.on('playerJoined', () => undefined)
  // @ts-expect-error -- A map has no player.
  plugin.events.on('mapEnd', ({ player }) => plugin.log(String(player)))
  // @ts-expect-error -- A join has the player.
  plugin.events.emit('playerJoin', { replayed: false })

  const players: readonly Player[] = plugin.players.all
  for (const player of plugin.players) plugin.log(`${player.name} of ${players.length}`)
  const player: Player | null = plugin.players.at(1)
  // @ts-expect-error -- It may be null.
  player.kick()
  // @ts-expect-error -- The name is the player's own.
  plugin.players.find('Ann').name = 'Bob'
}

// A listener may be an async function.
export const wait = (plugin: Plugin): unknown => plugin.events.on('mapEnd', async () => plugin.wait(1))

// Code that was written for typed-emitter takes `plugin.events`.
export const given = (plugin: Plugin): typed.default<PluginEvents> => plugin.events
