/** Listens to what clients do in every frame, reads and writes their fields, and talks to them. */
import { definePlugin } from '@csr/metamod-sdk'

let timer: NodeJS.Timeout

export default definePlugin({
  name: 'Clients',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: '',
  logTag: 'CLIENTS',
  attach(plugin) {
    let seen = 0
    plugin.on.playerPreThink(({ player }) => {
      player.vars.health = 100
      seen += player.vars.origin[0] > 0 ? 1 : 0
    })
    plugin.onPost.addToFullPack(({ entity }) => {
      if (entity.vars.health > 0) seen += 1
    })
    plugin.onEngine.alertMessage(() => undefined)
    plugin.addCommand('soak_seen', () => plugin.util.logConsole(`seen ${seen}`))
    timer = setInterval(() => (seen += 1), 1)
  },
  detach() {
    clearInterval(timer)
  },
})
