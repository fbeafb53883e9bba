/** The `meta` console command: finds the sub-command, runs it, and prints why it was refused if it was. */
import { RefusedError } from '../load-error.js'
import { helpFor } from './help.js'
import { info } from './info.js'
import { inspect } from './inspect.js'
import { list } from './list.js'
import { load } from './load.js'
import { pause } from './pause.js'
import { reload } from './reload.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { unload } from './unload.js'
import { unpause } from './unpause.js'
import { version } from './version.js'

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
  inspect,
  helpFor(() => subCommands),
]

/** Runs `meta` with its arguments. */
export function runMetaCommand(
  context: MetaContext,
  [name = 'help', ...args]: readonly string[],
  table = subCommands,
): void {
  const { command } = context.plugins
  const subCommand = table.find((candidate) => candidate.name === name.toLowerCase())
  if (subCommand === undefined) {
    context.print(`${command}: '${name}' is no command of ${command}; '${command} help' lists them`)
    return
  }
  try {
    subCommand.run(context, args)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    context.print(`${command} ${subCommand.name}: ${error.message}`)
  }
}
