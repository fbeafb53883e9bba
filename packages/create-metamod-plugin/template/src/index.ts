/** Answers `!hello` in the chat, and welcomes who joins. */
import { definePlugin, LoadTime } from '@csr/metamod-sdk'

import packageJson from '../package.json' with { type: 'json' }

export default definePlugin({
  name: 'My Plugin',
  version: packageJson.version,
  author: 'Your Name',
  url: '',
  // Stands before every line that the plugin logs.
  logTag: 'MY_PLUGIN',
  // It may come and go while the server runs.
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anytime,

  // All that is registered here ends with the plugin.
  attach(plugin) {
    // A console variable: `my_plugin_times 3` at the server console, or in server.cfg.
    const times = plugin.addCvar('my_plugin_times', 1, {
      type: 'integer',
      min: 1,
      max: 5,
      help: 'how often !hello is answered',
    })

    // `reply` answers in the chat of whoever asked.
    plugin.addChatCommand('hello', { help: 'says hello' }, ({ player, reply }) => {
      for (let time = 0; time < times.get(); time += 1) reply(`Hello, ${player.name}!`)
    })

    plugin.events.on('playerJoin', ({ player, replayed }) => {
      // Who was here before, such as when you save this file, has been welcomed.
      if (replayed) return
      player.printChat(`Welcome, ${player.name}! Say !hello`)
      plugin.log(`${player.name} is in`)
    })
  },
})
