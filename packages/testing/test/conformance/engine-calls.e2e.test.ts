/** What the engine answers a plugin: the same values, the same lines, the same errors. */
import type { Plugin } from '@csr/metamod-sdk'

import { conformInSteps } from './conforms.js'
import type { Driver, Setup } from './driver.js'
import { clients } from './engine-calls/clients.js'
import { console } from './engine-calls/console.js'
import { effects } from './engine-calls/effects.js'
import { entities } from './engine-calls/entities.js'
import { geometry } from './engine-calls/geometry.js'
import { pluginOf } from '../plugin-of.js'

let plugin: Plugin

for (const [family, calls] of Object.entries({ geometry, entities, console, clients, effects }))
  conformInSteps(family, caller(), [
    { title: 'two come', play: come },
    ...calls.map(([what, call]) => ({
      title: `${what} is the same on both servers`,
      play: (server: Driver) => noteCall(server, () => call(plugin)),
    })),
    { title: 'the server goes on', play: goOn },
  ])

function caller(): Setup {
  return {
    plugins: () => [
      pluginOf('Caller', (own) => {
        plugin = own
      }),
    ],
  }
}

function noteCall({ note }: Driver, call: () => unknown): void {
  try {
    note('gives', call())
  } catch (error) {
    note('throws', error)
  }
}

/** Ada is a person; the other is a bot of the plugin's. */
function come(server: Driver): void {
  server.connect('Ada')
  server.frames(3)
  const bot = plugin.engine.createFakeClient('Bot')
  server.note('bot', bot)
  if (bot === null) return
  server.note('connects', plugin.gamedll.clientConnect(bot, 'Bot', '127.0.0.1'))
  plugin.gamedll.clientPutInServer(bot)
}

function goOn(server: Driver): void {
  server.frames(5)
  server.console('status')
}
