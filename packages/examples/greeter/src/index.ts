/** Greets players who join, refuses a banned name, and adds a server command and a cvar. */
import { definePlugin, LoadTime, PrintType, supercede, type Entity, type Plugin } from '@csr/metamod-sdk'

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

    function greet(player: Entity): void {
      const name = nameOf(plugin, player)
      plugin.engine.clientPrintf(player, PrintType.Chat, `${message.string.replace('%s', name)}\n`)
      plugin.util.logConsole(`Greeter: greeted ${name}`)
    }

    // Before the game DLL sees the player: superceding means it never does, and the reason goes to the client.
    plugin.on.clientConnect(({ name }) => {
      if (name === bannedName) return supercede({ reject: `${bannedName} is not welcome here` })
    })

    // After the game DLL has made the player: now the client can be sent something.
    plugin.onPost.clientPutInServer(({ player }) => greet(player))

    plugin.addCommand('greet', ({ args }) => {
      const [wanted] = args
      if (wanted === undefined) {
        plugin.util.logConsole('usage: greet NAME')
        return
      }
      const player = plugin.players().find((candidate) => nameOf(plugin, candidate) === wanted)
      if (player === undefined)
        plugin.util.logConsole(`greet: no player is called '${wanted}'; 'status' lists them`)
      else greet(player)
    })
  },
})

function nameOf(plugin: Plugin, player: Entity): string {
  const keys = plugin.engine.getInfoKeyBuffer(player)
  return keys === null ? player.vars.netName : plugin.engine.infoKeyValue(keys, 'name')
}
