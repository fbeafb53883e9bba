/** `meta clear`: forgets what was put off, and takes plugins that failed off the list. */
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const clear: SubCommand = {
  name: 'clear',
  usage: pluginUsage,
  summary: 'takes failed plugins off the list, and takes back what was put off',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    const { plugins, print } = context
    forEachPlugin(context, clear, args, (plugin) => {
      plugins.clear(plugin)
      const isListed = plugins.at(plugin.slot) === plugin
      print(
        isListed
          ? `Plugin '${plugin.name}' stays as it is; what was put off is forgotten`
          : `Cleared failed plugin '${plugin.name}' from the list`,
      )
    })
  },
}
