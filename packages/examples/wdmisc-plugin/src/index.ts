/**
 * Server functions that are of use now and then: `msglist` and `msgid` tell the numbers of the user messages, the variable
 * `bounce` ends the server with the map, and whoever plants a bomb is announced.
 */
import { AlertType, definePlugin, LoadTime } from '@csr/metamod-sdk'

import { planter } from './planter.js'

/** Messages are numbered with one byte, and none has the number 0. */
const mostMessages = 256

export default definePlugin({
  name: 'WD Misc Functions',
  version: '1.0.0',
  date: '2026/11/21',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/wdmisc-plugin',
  logTag: 'WDMISC',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  attach(plugin) {
    const { util } = plugin
    const bounce = plugin.addCvar('bounce', 0)

    plugin.addCommand('msglist', () => {
      util.logConsole('registered user msgs:')
      for (let id = 1; id < mostMessages; id += 1) {
        const message = util.getUserMsgName(id)
        if (message !== null) util.logConsole(`${id} ${message.name} ${message.size}`)
      }
    })

    plugin.addCommand('msgid', ({ args: [name = ''] }) => {
      const message = util.getUserMsgId(name)
      util.logConsole(message === null ? `msg not found: ${name}` : `${name} = ${message.id}`)
    })

    // The server ends when the game has heard that the map does, and before the next map is there.
    plugin.on.serverDeactivate(() => {
      if (bounce.value !== 1) return
      util.logMessage('Exiting server at end of map (bounce==1)')
      plugin.engine.serverCommand('quit\n')
    })

    // Not all that happens in a game is a call; some of it is only a line that the game writes into the log.
    plugin.onEngine.alertMessage(({ type, text }) => {
      if (type !== AlertType.Logged) return
      const name = planter(text)
      if (name !== null) util.centerSay(`${name} set us up the bomb!`)
    })
  },
})
