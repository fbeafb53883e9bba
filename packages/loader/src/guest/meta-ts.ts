/** The sub-commands of `meta_ts`: those of `meta`, which is the host's own command here, as far as they make sense. */
import type { Plugin } from '../plugin.js'
import { helpFor } from '../meta-command/help.js'
import { infoWith } from '../meta-command/info.js'
import { inspect } from '../meta-command/inspect.js'
import { load } from '../meta-command/load.js'
import { pause } from '../meta-command/pause.js'
import { reload } from '../meta-command/reload.js'
import type { MetaContext, SubCommand } from '../meta-command/sub-command.js'
import { printPlugins } from '../meta-command/table.js'
import { unload } from '../meta-command/unload.js'
import { unpause } from '../meta-command/unpause.js'
import { version } from '../meta-command/version.js'
import { statusWord } from '../meta-command/words.js'

/**
 * @param metamod - The host Metamod's name.
 * @param stubOf - The stub of a plugin as an administrator would write it; empty if it has none.
 */
export function guestSubCommands(metamod: string, stubOf: (plugin: Plugin) => string): readonly SubCommand[] {
  const table: readonly SubCommand[] = [
    versionOf(metamod),
    listOf(stubOf),
    infoWith((plugin) => [['stub', stubOf(plugin)]]),
    load,
    unload,
    reload,
    pause,
    unpause,
    inspect,
    helpFor(() => table),
  ]
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

function listOf(stubOf: (plugin: Plugin) => string): SubCommand {
  return {
    name: 'list',
    usage: '',
    summary: 'lists the TypeScript plugins',
    takesPlugins: false,
    run({ plugins, hookCount, print }: MetaContext) {
      const cells = (plugin: Plugin): string[] => [
        plugin.name,
        `v${plugin.info?.version ?? ' -'}`,
        statusWord(plugin.status),
        String(plugin.isLoaded ? hookCount(plugin) : 0),
        stubOf(plugin),
      ]
      printPlugins(plugins.all, { header: ['name', 'vers', 'stat', 'hooks', 'stub'], cells }, print)
    },
  }
}
