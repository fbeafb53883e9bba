/** `meta unload` and `meta force_unload`: take plugins out of the running server. */
import { LoadTime, UnloadReason } from '@csr/metamod-sdk'

import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import { outcomeLine } from './outcome.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const unload = unloadFor('unload', 'unloads plugins', UnloadReason.Command)

export const forceUnload = unloadFor(
  'force_unload',
  'unloads plugins whatever they say of it; they may leave something behind',
  UnloadReason.CmdForced,
)

function unloadFor(name: string, summary: string, reason: UnloadReason): SubCommand {
  const subCommand: SubCommand = {
    name,
    usage: pluginUsage,
    summary,
    details: pluginDetails,
    takes: 'plugins',
    run(context: MetaContext, args: readonly string[]) {
      forEachPlugin(context, subCommand, args, (plugin) => {
        const outcome = context.plugins.unload(plugin, LoadTime.Anytime, reason)
        context.print(outcomeLine(context.plugins, plugin, outcome, ['Unloaded', name]))
      })
    },
  }
  return subCommand
}
