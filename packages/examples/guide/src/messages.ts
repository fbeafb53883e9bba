import { definePlugin, override, supercede } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Messages',
  version: '1.0.0',
  author: 'You',
  url: 'https://example.com',
  logTag: 'MESSAGES',

  attach(plugin) {
    // #region hook
    plugin.onMessage('DeathMsg', ({ name, args }) => {
      const [killer, victim] = args
      if (killer === victim) plugin.log(`${name}: somebody gave up`)
    })
    // #endregion hook

    // #region change
    plugin.onMessage('TextMsg', ({ args }) => {
      if (args[1] === '#Game_secret') return supercede()
      if (args[1] === '#Game_loud') return override([args[0] ?? 3, 'quiet, please'])
    })
    // #endregion change

    // #region send
    plugin.addChatCommand('note', { args: { text: 'text' } }, ({ args }) => {
      plugin.sendMessage('TextMsg', {}, ['byte', 3], ['string', args.text])
    })
    // #endregion send

    // #region effect
    plugin.addChatCommand('flash', {}, ({ player }) => {
      const [x, y, z] = player.vars.origin
      const sparks = 9
      plugin.sendMessage(
        'svc_temp_entity',
        { area: 'pvs', origin: [x, y, z] },
        ['byte', sparks],
        ['coord', x],
        ['coord', y],
        ['coord', z],
      )
    })
    // #endregion effect
  },
})
