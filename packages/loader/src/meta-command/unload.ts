/** `meta unload`: takes plugins out of the running server. */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import { forEachPlugin, pluginUsage, type MetaContext, type SubCommand } from './sub-command.js'

export const unload: SubCommand = {
  name: 'unload',
  usage: pluginUsage,
  summary: 'unloads plugins',
  takesPlugins: true,
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, unload, args, (plugin) => {
      context.plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)
      context.print(`Unloaded plugin '${plugin.name}'`)
    })
  },
}
