/** One listener that does nothing, on a function that is called with one entity. */
import { definePlugin, LoadTime } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'One hook',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com',
  logTag: 'ONE',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,
  attach(plugin) {
    plugin.on.think(() => undefined)
  },
})
