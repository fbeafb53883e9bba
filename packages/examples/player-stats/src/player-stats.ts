/** Counts what players do, keeps it in a database, shows it in the chat and posts it when a map ends. */
import { definePlugin, LoadTime, type Entity, type Plugin, type PluginDefinition } from '@csr/metamod-sdk'

import type { Store } from './store.js'
import { Tally } from './tally.js'
import { post } from './webhook.js'

/** In seconds: how long what was counted may wait in memory. */
const writeInterval = 60
const shown = 5

/** @param open - Opens the database; called when the plugin is loaded. */
export const playerStats = (open: (plugin: Plugin) => Store): PluginDefinition => {
  let write = (): void => undefined
  return definePlugin({
    name: 'Player Stats',
    version: '1.0.0',
    author: 'Metamod for TypeScript',
    url: 'https://example.com/player-stats',
    logTag: 'STATS',
    loadable: LoadTime.Anytime,
    unloadable: LoadTime.Anypause,

    attach(plugin) {
      const store = open(plugin)
      // When the plugin has gone, also where the rest of this function fails.
      plugin.signal.addEventListener('abort', () => store.close())
      const tally = new Tally()
      write = () => tally.drain((rows) => store.add(rows))
      const webhook = plugin.addCvar('stats_webhook', '')

      countDeaths(plugin, tally)
      plugin.events.on('chat', ({ player }) => tally.count(player, 'lines'))
      plugin.every(1, () => {
        for (const player of plugin.players) if (player.hasJoined) tally.addSeconds(player, 1)
      })
      plugin.every(writeInterval, () => write())

      plugin.events.on('mapEnd', ({ map }) => {
        write()
        const url = webhook.get()
        // Nobody waits for it: the next map is loaded while the report is under way, and what fails is logged.
        if (url !== '') return post(url, { map, players: store.top(shown) }, plugin.signal)
      })

      plugin.addChatCommand('rank', { help: 'Shows your own numbers' }, ({ player, reply }) => {
        write()
        const row = store.of(player.authId)
        if (row === null) {
          reply('Nothing is known of you yet')
          return
        }
        const minutes = Math.floor(row.seconds / 60)
        reply(
          `You are number ${store.rankOf(player.authId)}: ${row.kills} kills, ${row.deaths} deaths, ${minutes} minutes played`,
        )
      })
      plugin.addChatCommand('top', { help: 'Shows the best players' }, ({ reply }) => {
        write()
        const rows = store.top(shown)
        if (rows.length === 0) reply('Nobody has played yet')
        rows.forEach(({ name, kills, deaths }, i) =>
          reply(`${i + 1}. ${name}: ${kills} kills, ${deaths} deaths`),
        )
      })
    },

    detach() {
      write()
    },
  })
}

/** The game tells clients of each death, and so us: the killer's index, the victim's, and what by. 0 is the world. */
function countDeaths(plugin: Plugin, tally: Tally): void {
  plugin.onMessage('DeathMsg', ({ args: [killer, victim] }) => {
    const [by, of] = [playerAt(plugin, killer), playerAt(plugin, victim)]
    if (of !== null) tally.count(of, 'deaths')
    if (by !== null && by !== of) tally.count(by, 'kills')
  })
}

function playerAt(plugin: Plugin, index: number | string | Entity | undefined) {
  const isSlot = typeof index === 'number' && index >= 1 && index <= plugin.globals.maxClients
  return isSlot ? plugin.players.at(index) : null
}
