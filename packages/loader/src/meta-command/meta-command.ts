/** The `meta` console command: finds the sub-command, runs it, and prints why it was refused if it was. */
import { RefusedError } from '../plugins/load-error.js'
import { oneLine } from '../one-line.js'
import { clear } from './clear.js'
import { cmds } from './cmds.js'
import { config } from './config.js'
import { cvars } from './cvars.js'
import { game } from './game.js'
import { helpFor } from './help.js'
import { info } from './info.js'
import { inspect } from './inspect.js'
import { licence } from './licence.js'
import { list } from './list.js'
import { load } from './load.js'
import { pause } from './pause.js'
import { refresh } from './refresh.js'
import { reload } from './reload.js'
import { requirePlugins } from './require-plugins.js'
import { retry } from './retry.js'
import { isCalled, type MetaContext, type SubCommand } from './sub-command.js'
import { unknownCommand } from './unknown-command.js'
import { forceUnload, unload } from './unload.js'
import { unpause } from './unpause.js'
import { version } from './version.js'

/** In the order of `meta help`. */
export const subCommands: readonly SubCommand[] = [
  version,
  licence,
  game,
  config,
  list,
  cmds,
  cvars,
  info,
  load,
  unload,
  forceUnload,
  reload,
  retry,
  clear,
  pause,
  unpause,
  refresh,
  requirePlugins,
  inspect,
  helpFor(() => subCommands),
]

/** Longer lines than this are cut by engines, or break what an rcon client shows. */
const longestLine = 800

/** Runs `meta` with its arguments. */
export function runMetaCommand(
  server: MetaContext,
  [name = 'help', ...args]: readonly string[],
  table = subCommands,
): void {
  const { command } = server.plugins
  // Names and values are whatever plugins and administrators gave.
  const context = { ...server, print: (line: string) => server.print(oneLine(line, longestLine)) }
  const subCommand = table.find((candidate) => isCalled(candidate, name))
  const place = subCommand === undefined ? command : `${command} ${subCommand.name}`
  try {
    if (subCommand === undefined) throw unknownCommand(command, name, table)
    if (subCommand.usage === '' && args.length > 0)
      throw new RefusedError(`takes no arguments; write '${command} ${subCommand.name}'`)
    subCommand.run(context, args)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    context.print(`${place}: ${error.message}`)
  }
}
