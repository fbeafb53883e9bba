/**
 * `meta require`: for exec.cfg, says whether plugins that a server cannot do without are there. metamod-p ends the server if
 * one is not, and metamod-r and -fwgs halt it for three seconds; here it goes on, and the console says what is missing.
 */
import { RefusedError } from '../plugins/load-error.js'
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { statusText } from './words.js'

export const requirePlugins: SubCommand = {
  name: 'require',
  usage: pluginUsage,
  summary: 'says whether plugins are running; the server goes on if not',
  details: pluginDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    const { plugins, print } = context
    const refused = (line: string): void => print(`ERROR: ${line}`)
    forEachPlugin({ ...context, print: refused }, requirePlugins, args, (plugin) => {
      const { name, slot, isLoaded, isPaused } = plugin
      if (!isLoaded)
        throw new RefusedError(
          `required plugin '${name}' is not running (${statusText(plugin)}); '${plugins.command} info ${slot}' says why`,
        )
      print(`ok: required plugin '${name}' is ${isPaused ? 'loaded, but paused' : 'running'}`)
    })
  },
}
