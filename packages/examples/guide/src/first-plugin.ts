import { definePlugin } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Hello',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'HELLO',

  attach(plugin) {
    plugin.events.on('playerJoin', ({ player }) => {
      player.printChat(`Welcome, ${player.name}! Say !hello`)
    })
    plugin.addChatCommand('hello', { help: 'Says hello' }, ({ player, reply }) => {
      reply(`Hello ${player.name}, there are ${plugin.players.count} players here`)
    })
  },
})
