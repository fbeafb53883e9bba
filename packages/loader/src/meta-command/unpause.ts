/** `meta unpause`: calls the hooks of paused plugins again. */
import { forEachPlugin, pluginUsage, type MetaContext, type SubCommand } from './sub-command.js'

export const unpause: SubCommand = {
  name: 'unpause',
  usage: pluginUsage,
  summary: 'calls the hooks of paused plugins again',
  takesPlugins: true,
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, unpause, args, (plugin) => {
      context.plugins.unpause(plugin)
      context.print(`Unpaused plugin '${plugin.name}'`)
    })
  },
}
