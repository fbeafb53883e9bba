/** The `meta` console command: finds the sub-command, runs it, and prints why it was refused if it was. */
import { RefusedError } from '../load-error.js'
import { info } from './info.js'
import { list } from './list.js'
import { load } from './load.js'
import { pause } from './pause.js'
import { reload } from './reload.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { unload } from './unload.js'
import { unpause } from './unpause.js'
import { version } from './version.js'

const help: SubCommand = {
  name: 'help',
  usage: '',
  summary: 'shows this',
  takesPlugins: false,
  run({ print }: MetaContext) {
    print('usage: meta COMMAND [arguments]')
    const synopses = subCommands.map(({ name, usage }) => `${name} ${usage}`.trimEnd())
    const width = Math.max(...synopses.map((synopsis) => synopsis.length))
    subCommands.forEach(({ summary }, index) =>
      print(`   ${(synopses[index] ?? '').padEnd(width)}  - ${summary}`),
    )
  },
}

/** In the order of `meta help`. */
export const subCommands: readonly SubCommand[] = [
  version,
  list,
  info,
  load,
  unload,
  reload,
  pause,
  unpause,
  help,
]

/** Runs `meta` with its arguments. */
export function runMetaCommand(context: MetaContext, [name, ...args]: readonly string[]): void {
  if (name === undefined) {
    help.run(context, [])
    return
  }
  const subCommand = subCommands.find((candidate) => candidate.name === name.toLowerCase())
  if (subCommand === undefined) {
    context.print(`meta: '${name}' is no command of meta; 'meta help' lists them`)
    return
  }
  try {
    subCommand.run(context, args)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    context.print(`meta ${subCommand.name}: ${error.message}`)
  }
}
