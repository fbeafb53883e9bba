/** `meta help`: the sub-commands, each with what it does. */
import { unknownCommand } from './unknown-command.js'
import { isCalled, type MetaContext, type SubCommand } from './sub-command.js'

/** @param table - The sub-commands, of which this one is the last. */
export function helpFor(table: () => readonly SubCommand[]): SubCommand {
  return {
    name: 'help',
    usage: '[COMMAND]',
    summary: 'shows this, or more about one of them',
    takes: 'commands',
    run(context: MetaContext, [name]: readonly string[]) {
      if (name === undefined) printAll(context, table())
      else printOne(context, table(), name)
    },
  }
}

function printAll({ plugins, print }: MetaContext, table: readonly SubCommand[]): void {
  print(`usage: ${plugins.command} COMMAND [arguments]`)
  const synopses = table.map(synopsis)
  const width = Math.max(...synopses.map(({ length }) => length))
  table.forEach(({ summary }, index) => print(`   ${(synopses[index] ?? '').padEnd(width)}  - ${summary}`))
}

function printOne({ plugins, print }: MetaContext, table: readonly SubCommand[], name: string): void {
  const subCommand = table.find((candidate) => isCalled(candidate, name))
  if (subCommand === undefined) throw unknownCommand(plugins.command, name, table)
  print(`usage: ${plugins.command} ${synopsis(subCommand)}`)
  for (const line of [`${subCommand.summary}.`, ...(subCommand.details ?? [])]) print(`   ${line}`)
}

function synopsis({ name, usage }: SubCommand): string {
  return `${name} ${usage}`.trimEnd()
}
