/** `meta reload`: loads plugins anew from their files. */
import { LoadTime } from '@csr/metamod-sdk'

import { forEachPlugin, pluginUsage, type MetaContext, type SubCommand } from './sub-command.js'

export const reload: SubCommand = {
  name: 'reload',
  usage: pluginUsage,
  summary: 'loads plugins anew from their files',
  takesPlugins: true,
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, reload, args, (plugin) => {
      const isNew = context.plugins.reload(plugin, LoadTime.Anytime)
      context.print(
        isNew
          ? `Reloaded plugin '${plugin.name}'`
          : `${context.plugins.command} reload: '${plugin.name}' was not reloaded`,
      )
    })
  },
}
