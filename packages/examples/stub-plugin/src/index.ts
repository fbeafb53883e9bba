/**
 * The plugin with nothing in it: it loads, shows up in `meta list`, and does nothing. Its comments say what would stand
 * where, which rules hold there, and what each part is called in C. What stands between the marks of block comments is code:
 * take the marks away, and import `handled`, `override` and `supercede` too. A copy of this file is a good start.
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

  // How late it may come, and how late it may go; in C PT_STARTUP and so on. Startup: only with the server. Changelevel:
  // between two maps, for which a command of the administrator's waits then. Anytime: while a map runs. Anypause, for going
  // only: and `meta pause` may stop its hooks for a while.
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  // In C: Meta_Attach, and the functions that give Metamod tables of hooks. Whatever is registered here ends with the plugin
  // by itself. A plugin that throws here is not loaded. With the server it is called before there is a map; later, while one
  // runs with players in it, and the hooks are not called for what was before.
  attach(plugin) {
    // HOOKS. A listener is called before the real function (`on` for the game DLL's, `onEngine` for the engine's) or after
    // it (`onPost`, `onEnginePost`). What no plugin hooks costs nothing. What C sets as MRES_… is returned here:
    //
    //   nothing            IGNORED: the plugin has nothing to do with this call
    //   handled()          HANDLED: it did something about it, which other plugins can see; the call goes on
    //   override(value)    OVERRIDE: the real function runs, and the caller gets this value instead of its result
    //   supercede(value)   SUPERCEDE: the real function does not run. All other plugins' hooks do. Only before the call
    //
    // Plugins are called in the order of `meta list`, all of them, whatever one answers. Of several values the last one
    // counts, and what is called after the real function is later than all that is called before it. A listener that throws is
    // logged, and has answered nothing.
    /*
    plugin.on.clientConnect(({ name }) => {
      if (name === 'Cheater') return supercede({ reject: 'Not here' })
    })
    plugin.onPost.getGameDescription(({ original }) => override(`${original ?? ''} with plugins`))
    plugin.onEngine.setModel(({ entity, model }) => plugin.log(`${entity.vars.className} gets ${model}`))
    */
    // In C the answers so far are META_RESULT_STATUS, _PREVIOUS, _ORIG_RET and _OVERRIDE_RET. Here the event has them, and
    // the function's parameters. It reads the engine's own memory, so it is over when the listener returns.
    /*
    plugin.on.clientKill(({ player, status, previous, original, overriding }) => {
      plugin.log(`${player.vars.netName}: ${status} ${previous} ${String(original)} ${String(overriding)}`)
      return handled()
    })
    */

    // CALLS. In C: g_engfuncs and MDLL_… call the engine and the game past all plugins' hooks, what GET_HOOK_TABLES gives
    // calls them through the hooks. Entities are handles: one that outlived its entity throws, and `isValid` tells before.
    /*
    plugin.on.spawn(() => void plugin.engine.precacheSound('misc/talk.wav'))
    plugin.addCommand('stub_kill', { args: { who: 'player' } }, ({ args: { who } }) => {
      plugin.gamedll.clientKill(who.entity) // No plugin's hooks see it, ours neither.
      plugin.hooked.gamedll.clientKill(who.entity) // All of them do.
    })
    */

    // COMMANDS AND VARIABLES. In C: REG_SVR_COMMAND and CVAR_REGISTER. When the plugin is gone its commands say so, and its
    // variables stay with their values; when it comes back, they are the same again. A pause does not stop server commands.
    /*
    const volume = plugin.addCvar('stub_volume', 5, { min: 0, max: 10, help: 'How loud it is' })
    plugin.addCommand('stub', { args: { who: 'player' } }, ({ args: { who }, reply }) => {
      reply(`${who.name} hears it at ${volume.get()}`)
    })
    */

    // THE LOG. In C: LOG_CONSOLE, LOG_MESSAGE, LOG_ERROR, LOG_DEVELOPER and CENTER_SAY. The first goes to the server console
    // only, the next three into the server's log behind the tag, the last of them if the variable `developer` is on.
    // `plugin.log` is the first with the tag before it.
    /*
    plugin.util.logMessage('for the log')
    plugin.util.logError('something is wrong')
    plugin.util.logDeveloper('something is odd')
    plugin.onPost.serverActivate(() => plugin.util.centerSay('for all players'))
    */
    // The other functions of Metamod are beside them: CALL_GAME_ENTITY is `plugin.util.callGameEntity`, GET_USER_MSG_ID
    // `plugin.util.getUserMsgId`, LOAD_PLUGIN `plugin.util.loadPlugin`, GET_GAME_INFO `plugin.util.getGameInfo`.

    // WHAT C HAS NOTHING FOR. Players, events, timers and whole messages are made of the hooks above. Events also tell a
    // plugin that came late of the map and the players that are there.
    /*
    plugin.events.on('playerJoin', ({ player }) => player.printChat(`Welcome, ${player.name}`))
    plugin.addChatCommand('stub', {}, ({ reply }) => reply('It does nothing'))
    plugin.onMessage('DeathMsg', ({ args }) => plugin.log(args.join(' ')))
    plugin.every(60, () => plugin.log(`${plugin.players.count} players`))
    */

    plugin.util.logConsole(`${plugin.definition.name}: attached`)
  },

  // In C: Meta_Detach. For what Metamod does not know of: open files, sockets, other programs. It may be left out. It is also
  // called when the server ends; a pause has no call. It cannot refuse: use `unloadable`.
  detach(reason) {
    if (reason === UnloadReason.Reload) return // The next version begins at once.
  },
})
