import { definePlugin, type Entity } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Entities',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'ENTITIES',

  attach(plugin) {
    // #region vars
    plugin.addCommand(
      'heal',
      { args: { who: 'player', health: { type: 'integer', min: 1, max: 255, default: 100 } } },
      (call) => {
        const { vars } = call.args.who
        vars.health = call.args.health
        const [x, y, z] = vars.origin
        call.reply(`${call.args.who.name} at ${x} ${y} ${z} has ${vars.health} health`)
      },
    )
    // #endregion vars

    // #region find
    function* ofClass(className: string): Generator<Entity> {
      let found: Entity | null = null
      while ((found = plugin.engine.findEntityByString(found, 'classname', className)) !== null) yield found
    }
    plugin.addCommand('starts', ({ args: [className = 'info_player_start'] }) => {
      for (const entity of ofClass(className)) plugin.log(`${entity.index} ${entity.vars.origin.join(' ')}`)
    })
    // #endregion find

    // #region stale
    let watched: Entity | null = null
    plugin.onPost.spawn(({ entity }) => {
      if (entity.vars.className === 'ammo_box') watched = entity
    })
    plugin.addCommand('watched', () => {
      // It may have been removed since, or the map may have changed.
      plugin.log(watched?.isValid === true ? `${watched.index} is still there` : 'it is gone')
    })
    // #endregion stale

    // #region create
    plugin.addCommand('mark', { args: { who: 'player' } }, ({ args }) => {
      const mark = plugin.engine.createNamedEntity('info_target')
      if (mark === null) return
      plugin.engine.setOrigin(mark, args.who.vars.origin)
      plugin.gamedll.spawn(mark)
      plugin.after(30, () => {
        if (mark.isValid) plugin.engine.removeEntity(mark)
      })
    })
    // #endregion create

    // #region class
    plugin.addEntityClass('my_marker', (entity) => {
      plugin.util.callGameEntity('info_target', entity)
      entity.vars.health = 100
    })
    // #endregion class
  },
})
