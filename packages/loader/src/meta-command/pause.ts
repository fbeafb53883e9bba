/** `meta pause`: stops calling the hooks of plugins, which stay loaded. */
import { forEachPlugin, pluginUsage, type MetaContext, type SubCommand } from './sub-command.js'

export const pause: SubCommand = {
  name: 'pause',
  usage: pluginUsage,
  summary: 'stops calling the hooks of plugins',
  takesPlugins: true,
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, pause, args, (plugin) => {
      context.plugins.pause(plugin)
      context.print(`Paused plugin '${plugin.name}'`)
    })
  },
}
