/**
 * The plugin with nothing in it: it loads, shows up in `meta list`, and does nothing. The comments say what would stand
 * where, and what it is called in C. A copy of it is a good start.
 */
import { definePlugin, LoadTime, UnloadReason } from '@csr/metamod-sdk'

// In C: Meta_Query gives Metamod a plugin_info_t. Here the plugin's file exports it, and it is checked when the file runs.
export default definePlugin({
  name: 'Stub',
  version: '1.0.0',
  date: '2026/11/21',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/stub-plugin',
  description: 'Does nothing; a copy of it is a good start.',
  // Stands before every line that the plugin logs. No other plugin should have it.
  logTag: 'STUB',

  // How late it may come, and how late it may go. Startup: only with the server. Changelevel: between two maps. Anytime:
  // while a map runs. Anypause, for going only: and `meta pause` may stop its hooks for a while.
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  // In C: Meta_Attach, and the functions that give Metamod tables of hooks. Whatever is registered here ends with the plugin
  // by itself. A plugin that throws here is not loaded.
  attach(plugin) {
    // Hooks. A listener is called before the real function (`on` for the game DLL's, `onEngine` for the engine's) or after
    // it (`onPost`, `onEnginePost`). What C sets as MRES_… is returned here:
    //
    //   nothing            IGNORED: the plugin has nothing to do with this call
    //   handled()          HANDLED: it did something about it, which other plugins can see; the call goes on
    //   override(value)    OVERRIDE: the real function runs, and the caller gets this value instead of its result
    //   supercede(value)   SUPERCEDE: the real function does not run. All other plugins' hooks do. Only before the call
    //
    // Where several plugins override or supercede, the last one's value counts, and what runs after the call is the last.
    //
    //   plugin.on.clientConnect(({ player, name, address }) => { … })

    // Commands, console variables, players, timers, calls of the engine: see packages/sdk.
    //
    //   plugin.addCommand('stub', ({ args }) => { … })
    //   plugin.engine.precacheSound('misc/talk.wav')

    plugin.util.logConsole(`${plugin.definition.name}: attached`)
  },

  // In C: Meta_Detach. For what Metamod does not know of: open files, sockets, other programs. It may be left out.
  detach(reason) {
    if (reason === UnloadReason.Reload) return // The next version begins at once.
  },
})
