/** `meta info`: all that is known of a plugin. */
import type { Plugin } from '../plugins/plugin.js'
import { cvarColumns } from './cvars.js'
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import { factsOf, type Fact } from './facts.js'
import { hookLines } from './hook-lines.js'
import { pluginColumns, printPlugins } from './list.js'
import { oneLine } from '../one-line.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable } from './table.js'

export const info = infoWith(() => [])

/** @param more - What else is known of a plugin. */
export function infoWith(more: (plugin: Plugin) => readonly Fact[]): SubCommand {
  const subCommand: SubCommand = {
    name: 'info',
    usage: pluginUsage,
    summary: 'tells all that is known of a plugin',
    details: pluginDetails,
    takes: 'plugins',
    run(context: MetaContext, args: readonly string[]) {
      forEachPlugin(context, subCommand, args, (plugin) => {
        for (const [label, value] of [...factsOf(plugin, context), ...more(plugin)])
          context.print(`${label.padStart(13)}: ${oneLine(value, 400)}`.trimEnd())
        if (plugin.isLoaded) for (const line of hookLines(plugin, context)) context.print(line)
        printRegistered(plugin, context)
        printChildren(plugin, context)
      })
    },
  }
  return subCommand
}

function printRegistered({ slot }: Plugin, { bridge, print }: MetaContext): void {
  const commands = bridge.commands().filter((command) => command.slot === slot && command.isAlive)
  print(commands.length === 0 ? 'No commands.' : 'Registered commands:')
  for (const { name } of commands) print(`   ${oneLine(name)}`)
  const cvars = bridge.cvars().filter((cvar) => cvar.slot === slot && cvar.isAlive)
  print(cvars.length === 0 ? 'No cvars.' : 'Registered cvars:')
  if (cvars.length > 0) printTable(cvars, { columns: cvarColumns }, print)
}

function printChildren({ slot }: Plugin, { plugins, config, print }: MetaContext): void {
  const children = plugins.all.filter(({ source }) => typeof source === 'object' && source.slot === slot)
  if (children.length === 0) {
    print('No child plugins.')
    return
  }
  print('Child plugins:')
  printPlugins(children, pluginColumns(config.alignList), print)
}
