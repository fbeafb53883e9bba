/** `meta unpause`: calls the hooks of paused plugins again. */
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const unpause: SubCommand = {
  name: 'unpause',
  usage: pluginUsage,
  summary: 'calls the hooks of paused plugins again',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, unpause, args, (plugin) => {
      context.plugins.unpause(plugin)
      context.print(`Unpaused plugin '${plugin.name}'`)
    })
  },
}
