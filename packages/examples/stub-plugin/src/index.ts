/** The smallest plugin: it loads, shows up in `meta list`, and does nothing. A copy of it is a good start. */
import { definePlugin, LoadTime } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Stub',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/stub-plugin',
  // Stands before every line that the plugin logs.
  logTag: 'STUB',
  // It may come and go while the server runs, and be paused.
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  attach(plugin) {
    // Hooks, commands and cvars are registered here; all of them end with the plugin.
    plugin.util.logConsole('Stub: attached')
  },

  detach() {
    // For what Metamod does not know of: open files, sockets, other programs.
  },
})
