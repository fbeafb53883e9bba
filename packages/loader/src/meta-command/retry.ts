/** `meta retry`: tries again what failed, or was put off until the map changes, and wakes what Metamod paused. */
import { LoadTime } from '@csr/metamod-sdk'

import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const retry: SubCommand = {
  name: 'retry',
  usage: pluginUsage,
  summary: 'tries again what failed or was put off, and wakes plugins that Metamod paused',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    const { plugins, print } = context
    forEachPlugin(context, retry, args, (plugin) => {
      const outcome = plugins.retry(plugin, LoadTime.Anytime)
      const { name, slot } = plugin
      if (outcome === 'done') print(`Retry succeeded for plugin '${name}'`)
      // The log has just said why.
      else if (outcome === 'failed') print(`Retry failed for plugin '${name}'`)
      else
        print(
          `Plugin '${name}' still waits for the next map change; '${plugins.command} clear ${slot}' takes that back`,
        )
    })
  },
}
