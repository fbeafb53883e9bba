/** Greets players who join, refuses a banned name, and adds a server command and a cvar. */
import { definePlugin, LoadTime, supercede, type Player } from '@csr/metamod-sdk'

const bannedName = 'Cheater'

export default definePlugin({
  name: 'Greeter',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/greeter',
  logTag: 'GREETER',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  attach(plugin) {
    const message = plugin.addCvar('greeter_message', 'Welcome, %s!')

    function greet(player: Player): void {
      // A function, because a name may hold what `replace` would take for a pattern.
      player.printChat(message.string.replace('%s', () => player.name))
      plugin.util.logConsole(`Greeter: greeted ${player.name}`)
    }

    // A hook is asked and may answer. Superceding means that the game DLL never sees the player, who reads the reason.
    plugin.on.clientConnect(({ name }) => {
      if (name === bannedName) return supercede({ reject: `${bannedName} is not welcome here` })
    })

    // An event only tells. Those who are here already, because the plugin was loaded late, are not greeted again.
    plugin.events.on('playerJoin', ({ player, replayed }) => {
      if (!replayed) greet(player)
    })

    // Whoever types something else than a player is told who there is.
    plugin.addCommand('greet', { help: 'Greets a player', args: { target: 'player' } }, ({ args }) =>
      greet(args.target),
    )
  },
})
