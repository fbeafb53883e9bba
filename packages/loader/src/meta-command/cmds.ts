/** `meta cmds`: the server commands that plugins registered. */
import { ownerOf, registeredDetails, registeredUsage, wanted } from './registered.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable } from './table.js'

export const cmds: SubCommand = {
  name: 'cmds',
  usage: registeredUsage,
  summary: 'lists the server commands that plugins registered',
  details: registeredDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    const entries = wanted(context.bridge.commands(), args, context, 'command')
    context.print('Registered plugin commands:')
    const columns = [
      { title: 'plugin', cell: (entry: (typeof entries)[number]) => ownerOf(entry, context) },
      { title: 'command', cell: ({ name }: (typeof entries)[number]) => name },
    ]
    printTable(entries, { columns }, context.print)
    context.print(`${entries.length} commands, ${entries.filter(({ isAlive }) => isAlive).length} available`)
  },
}
