import { definePlugin, PlayerNotFoundError, type Player } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Players',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'PLAYERS',

  attach(plugin) {
    // #region all
    plugin.addCommand('who', () => {
      for (const { userId, name, team, isBot, hasJoined } of plugin.players) {
        const remarks = [team ?? 'no team', isBot ? 'bot' : '', hasJoined ? '' : 'loading the map']
        plugin.log(`#${userId} ${name}: ${remarks.filter((remark) => remark !== '').join(', ')}`)
      }
    })
    // #endregion all

    // #region find
    plugin.addCommand('find', { args: { wanted: 'text' } }, ({ args, reply }) => {
      try {
        const { name, authId } = plugin.players.find(args.wanted)
        reply(`${name} is ${authId}`)
      } catch (error) {
        if (!(error instanceof PlayerNotFoundError)) throw error
        reply(`${error.candidates.length} players fit`)
      }
    })
    // #endregion find

    // #region tell
    plugin.addCommand('tell', { args: { who: 'player', text: 'text' } }, ({ args: { who, text } }) => {
      who.print(text) // at the player's console
      who.printChat(text) // in the chat, for this player only
      who.printCenter(text) // in the middle of the screen
    })
    // #endregion tell

    // #region kick
    plugin.addCommand('away', { args: { who: 'player' } }, ({ args: { who } }) => who.kick('Come back later'))
    plugin.events.on('playerLeave', ({ player, reason }) => {
      plugin.log(`${player.name} left${reason === null ? '' : `: ${reason}`}`)
    })
    // #endregion kick

    // #region own
    const lines = new Map<Player, number>()
    plugin.events.on('chat', ({ player }) => {
      lines.set(player, (lines.get(player) ?? 0) + 1)
    })
    plugin.events.on('playerLeave', ({ player }) => {
      plugin.log(`${player.name} said ${lines.get(player) ?? 0} lines`)
      lines.delete(player)
    })
    // #endregion own
  },
})
