/** `meta help`: the sub-commands, each with what it does. */
import type { MetaContext, SubCommand } from './sub-command.js'

/** @param table - The sub-commands, of which this one is the last. */
export function helpFor(table: () => readonly SubCommand[]): SubCommand {
  return {
    name: 'help',
    usage: '',
    summary: 'shows this',
    takesPlugins: false,
    run({ plugins, print }: MetaContext) {
      print(`usage: ${plugins.command} COMMAND [arguments]`)
      const synopses = table().map(({ name, usage }) => `${name} ${usage}`.trimEnd())
      const width = Math.max(...synopses.map((synopsis) => synopsis.length))
      table().forEach(({ summary }, index) =>
        print(`   ${(synopses[index] ?? '').padEnd(width)}  - ${summary}`),
      )
    },
  }
}
