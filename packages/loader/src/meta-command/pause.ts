/** `meta pause`: stops calling the hooks of plugins, which stay loaded. */
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const pause: SubCommand = {
  name: 'pause',
  usage: pluginUsage,
  summary: 'stops calling the hooks of plugins until unpause or the next map change',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, pause, args, (plugin) => {
      context.plugins.pause(plugin)
      context.print(`Paused plugin '${plugin.name}'`)
    })
  },
}
