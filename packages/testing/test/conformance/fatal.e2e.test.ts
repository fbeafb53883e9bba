/** What ends a map, or the server. */
import type { Entity, Plugin } from '@csr/metamod-sdk'

import { conforms, type Play } from './conforms.js'
import type { Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

let plugin: Plugin

const holding: Setup = {
  plugins: () => [
    pluginOf('Holder', (own) => {
      plugin = own
    }),
  ],
}

const fatal: Readonly<Record<string, Play>> = {
  'a light style that is none': () => plugin.engine.lightStyle(64, 'a'),
  'a message part without a message': () => plugin.engine.writeByte(1),
  'a message that is begun twice': () => {
    plugin.engine.messageBegin(2, 70, null, null)
    plugin.engine.messageBegin(2, 70, null, null)
  },
  'a message that is ended without its begin': () => plugin.engine.messageEnd(),
  'a message that nobody registered': () => {
    plugin.engine.messageBegin(2, 200, null, null)
    plugin.engine.messageEnd()
  },
  'a model that is not precached': () =>
    plugin.engine.setModel(plugin.entity(1) as Entity, 'models/none.mdl'),
  'a model that comes too late': () => {
    plugin.engine.precacheModel('models/late.mdl')
  },
  'entities without end': () => {
    for (let count = 0; count < 5000; count += 1) plugin.engine.createEntity()
  },
  'a consistency check that comes too late': () => plugin.engine.forceUnmodified(0, null, null, 'x.mdl'),
  quit: (server) => server.console('quit'),
  'map without end': (server) =>
    server.console('exec nothing.cfg; map ../x; map; changelevel; changelevel nowhere!'),
}

for (const [what, happen] of Object.entries(fatal))
  conforms(
    `${what}: both servers take it alike`,
    holding,
    async (server) => {
      server.connect('Ada')
      server.frames(3)
      try {
        await happen(server)
      } catch (error) {
        server.note('throws', error)
      }
      server.note('happened')
      server.frames(3)
      server.console('status')
    },
    '- happened',
  )
