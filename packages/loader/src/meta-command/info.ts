/** `meta info`: all that is known of a plugin. */
import type { CommandHelp } from '@csr/metamod-sdk'

import type { Plugin } from '../plugins/plugin.js'
import { cvarColumns } from './cvars.js'
import { forEachPlugin, pluginDetails, pluginUsage } from './each-plugin.js'
import { factsOf, type Fact } from './facts.js'
import { hookLines } from './hook-lines.js'
import { pluginColumns, printPlugins } from './list.js'
import { oneLine } from '../one-line.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable, type Column } from './table.js'

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

const playerCommandColumns: readonly Column<CommandHelp>[] = [
  { title: 'command', cell: ({ usage }) => usage },
  { title: 'typed in', cell: ({ kind }) => (kind === 'chat' ? 'chat' : 'console') },
  { title: 'what it does', cell: ({ help }) => help },
]

function printRegistered(plugin: Plugin, { bridge, print }: MetaContext): void {
  const { slot } = plugin
  const commands = bridge.commands().filter((command) => command.slot === slot && command.isAlive)
  const ofPlayers = plugin.commandHelp().filter(({ kind }) => kind !== 'server')
  if (commands.length === 0 && ofPlayers.length === 0) print('No commands.')
  if (commands.length > 0) print('Registered commands:')
  for (const { name } of commands) print(`   ${oneLine(name)}`)
  if (ofPlayers.length > 0) {
    print("Players' commands:")
    printTable(ofPlayers, { columns: playerCommandColumns }, print)
  }
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
