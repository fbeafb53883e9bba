import { definePlugin } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Commands',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'COMMANDS',

  attach(plugin) {
    // #region server
    plugin.addCommand('players', () => {
      for (const { userId, name, isBot } of plugin.players)
        plugin.log(`#${userId} ${name}${isBot ? ' (bot)' : ''}`)
    })
    // #endregion server

    // #region arguments
    const args = {
      target: 'player',
      damage: { type: 'integer', min: 0, max: 100, default: 5 },
      reason: 'text?',
    } as const
    plugin.addCommand(
      'hurt',
      { help: 'Hurts a player', args },
      ({ args: { target, damage, reason }, reply }) => {
        target.vars.health -= damage
        reply(`${target.name} lost ${damage}${reason === null ? '' : `: ${reason}`}`)
      },
    )
    // #endregion arguments

    // #region chat
    const admins = new Set(['STEAM_0:1:1001'])
    plugin.addChatCommand(
      'restart',
      {
        help: 'Starts the map again',
        isAllowed: ({ authId }) => admins.has(authId) || 'Only admins may do that',
      },
      () => plugin.engine.serverCommand('restart\n'),
    )
    // #endregion chat

    // #region client
    plugin.addClientCommand('hud_hello', {}, ({ player }) => player.printCenter('Hello'))
    // #endregion client

    // #region help
    plugin.addChatCommand('help', { help: 'Lists all commands' }, ({ reply }) => {
      for (const { kind, usage, help } of plugin.commandHelp())
        if (kind === 'chat') reply(`${usage} - ${help}`)
    })
    // #endregion help

    // #region cvar
    const greeting = plugin.addCvar('hello_text', 'Hello', { help: 'What players are greeted with' })
    const delay = plugin.addCvar('hello_delay', 3, { min: 0, max: 60, help: 'Seconds until they are' })
    delay.onChange((seconds, before) => plugin.log(`the delay is ${seconds} seconds now, and was ${before}`))
    plugin.events.on('playerJoin', ({ player }) => {
      plugin.after(delay.get(), () => {
        if (player.isConnected) player.printChat(`${greeting.get()}, ${player.name}`)
      })
    })
    // #endregion cvar

    // #region server-cvar
    const gravity = plugin.cvar('sv_gravity', 'number')
    plugin.addChatCommand('moon', {}, () => gravity?.set(200))
    // #endregion server-cvar
  },
})
