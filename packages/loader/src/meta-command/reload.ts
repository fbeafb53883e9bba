/** `meta reload`: loads plugins anew from their files. */
import { LoadTime } from '@csr/metamod-sdk'

import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import { outcomeLine } from './outcome.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const reload: SubCommand = {
  name: 'reload',
  usage: pluginUsage,
  summary: 'loads plugins anew from their files',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    forEachPlugin(context, reload, args, (plugin) => {
      const outcome = context.plugins.reload(plugin, LoadTime.Anytime)
      context.print(outcomeLine(context.plugins, plugin, outcome, ['Reloaded', 'reload']))
    })
  },
}
