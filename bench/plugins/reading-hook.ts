/** A listener that reads three fields of the entity and supercedes. */
import { definePlugin, LoadTime, supercede } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Reading hook',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com',
  logTag: 'READ',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,
  attach(plugin) {
    const done = supercede()
    plugin.on.think(({ entity }) => {
      if (entity.vars.health + entity.vars.nextThink + entity.vars.moveType > 1e9) return
      return done
    })
  },
})
