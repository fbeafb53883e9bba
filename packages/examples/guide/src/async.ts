import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { definePlugin, type Player } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Async',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'ASYNC',

  attach(plugin) {
    // #region await
    async function greet(player: Player): Promise<void> {
      const text = await readFile(join(import.meta.dirname, 'welcome.txt'), 'utf8')
      // Frames have gone by. The player may have left meanwhile.
      if (player.isConnected) player.printChat(text.trim())
    }
    plugin.events.on('playerJoin', ({ player }) => greet(player))
    // #endregion await

    // #region hook
    plugin.on.clientConnect(({ name }) => {
      // An event is over when its hook returns: read what you need, then start the work and return.
      void lookUp(name)
    })
    async function lookUp(name: string): Promise<void> {
      await plugin.wait(1)
      plugin.log(`${name} came a second ago`)
    }
    // #endregion hook

    // #region timers
    const stop = plugin.every(1, () => plugin.log(`${plugin.players.count} players`))
    plugin.after(10, stop)
    plugin.events.on('mapStart', () => {
      plugin.after(60, () => plugin.log('this map runs for a minute'), { untilMapEnd: true })
    })
    // #endregion timers

    // #region signal
    plugin.addCommand('news', async () => {
      const answer = await fetch('https://example.com/news.txt', { signal: plugin.signal })
      plugin.log((await answer.text()).slice(0, 200))
    })
    // #endregion signal

    // #region handover
    const visits = plugin.handover('visits', () => new Map<string, number>())
    plugin.events.on('playerConnect', ({ player, replayed }) => {
      if (replayed) return // The version before has counted this visit.
      const count = (visits.get(player.authId) ?? 0) + 1
      visits.set(player.authId, count)
      plugin.log(`visit ${count} of ${player.name}`)
    })
    // #endregion handover
  },
})
