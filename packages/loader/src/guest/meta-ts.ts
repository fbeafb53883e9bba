/** The sub-commands of `meta_ts`: those of `meta`, which is the host's own command here, as far as they make sense. */
import { subCommands } from '../meta-command/meta-command.js'
import { helpFor } from '../meta-command/help.js'
import { infoWith } from '../meta-command/info.js'
import { printPlugins } from '../meta-command/list.js'
import type { MetaContext, SubCommand } from '../meta-command/sub-command.js'
import type { Column } from '../meta-command/table.js'
import { version } from '../meta-command/version.js'
import { statusWord } from '../meta-command/words.js'
import { RefusedError } from '../plugins/load-error.js'
import type { Plugin } from '../plugins/plugin.js'

/**
 * @param metamod - The host Metamod's name.
 * @param stubOf - The stub of a plugin as an administrator would write it; empty if it has none.
 */
export function guestSubCommands(metamod: string, stubOf: (plugin: Plugin) => string): readonly SubCommand[] {
  const ownWays: Readonly<Record<string, SubCommand>> = {
    version: versionOf(metamod),
    list: listOf(stubOf),
    game: ofHost(metamod),
    info: infoWith((plugin) => [['stub', stubOf(plugin)]]),
    help: helpFor(() => table),
  }
  const table = subCommands.map((subCommand) => ownWays[subCommand.name] ?? subCommand)
  return table
}

function versionOf(metamod: string): SubCommand {
  return {
    ...version,
    run(context: MetaContext, args: readonly string[]) {
      version.run(context, args)
      context.print(`A guest of ${metamod}; its own command is 'meta'`)
    },
  }
}

/** The game is the host's: it knows messages that were registered before we came. */
function ofHost(metamod: string): SubCommand {
  return {
    name: 'game',
    usage: '',
    summary: `is a command of ${metamod}; write 'meta game'`,
    takes: [],
    run() {
      throw new RefusedError(`${metamod} loads the game here; write 'meta game'`)
    },
  }
}

function listOf(stubOf: (plugin: Plugin) => string): SubCommand {
  return {
    name: 'list',
    usage: '',
    summary: 'lists the TypeScript plugins',
    takes: [],
    run({ plugins, bridge, print }: MetaContext) {
      const columns: readonly Column<Plugin>[] = [
        { title: 'name', cell: ({ name }) => name },
        { title: 'vers', cell: ({ info }) => `v${info?.version ?? ' -'}` },
        { title: 'stat', cell: statusWord, width: 4 },
        { title: 'hooks', cell: ({ slot, isLoaded }) => String(isLoaded ? bridge.hookCount(slot) : 0) },
        { title: 'stub', cell: stubOf },
      ]
      print('Currently loaded plugins:')
      printPlugins(plugins.all, columns, print)
    },
  }
}
