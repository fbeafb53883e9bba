import { definePlugin, handled, MetaResult, override, supercede } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Hooks',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'HOOKS',

  attach(plugin) {
    // #region before
    plugin.on.clientConnect(({ name }) => {
      if (name === 'Cheater') return supercede({ reject: 'Not here' })
    })
    // #endregion before

    // #region after
    plugin.onPost.getGameDescription(({ original }) => override(`${original ?? ''} + TypeScript`))
    // #endregion after

    // #region engine
    plugin.onEngine.setModel(({ entity, model }) => {
      if (model.endsWith('.mdl')) plugin.log(`${entity.vars.className} gets ${model}`)
    })
    // #endregion engine

    // #region handled
    plugin.on.clientKill(({ player, status }) => {
      if (status === MetaResult.Supercede) return // Another plugin has seen to it.
      plugin.log(`${player.vars.netName} gives up`)
      return handled()
    })
    // #endregion handled

    // #region undo
    const stop = plugin.onPost.startFrame(() => {
      plugin.log('the first frame is over')
      stop()
    })
    // #endregion undo

    // #region hooked
    plugin.addCommand('suicide', { args: { who: 'player' } }, ({ args }) => {
      // The game's own function. No plugin's hooks see it, ours neither.
      if (args.who.isBot) plugin.gamedll.clientKill(args.who.entity)
      // The same as if the engine called it: all plugins' hooks run.
      else plugin.hooked.gamedll.clientKill(args.who.entity)
    })
    // #endregion hooked
  },
})
