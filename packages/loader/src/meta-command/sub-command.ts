/** What the sub-commands of `meta` have in common. */
import type { GameDirectory } from '../game-directory.js'
import { RefusedError } from '../load-error.js'
import type { Print } from '../log.js'
import type { PluginActions } from '../plugin-actions.js'
import type { Plugin } from '../plugin.js'

/** What a sub-command works on. */
export interface MetaContext {
  readonly plugins: PluginActions
  readonly game: GameDirectory
  /** How many hooks a plugin has, pre and post. */
  readonly hookCount: (plugin: Plugin) => number
  /** Prints to the server console, unmarked, because the administrator asked for it. */
  readonly print: Print
}

export interface SubCommand {
  readonly name: string
  /** The arguments as `meta help` shows them; empty if there are none. */
  readonly usage: string
  readonly summary: string
  /** Whether its arguments are plugins that are in the list, for completion. */
  readonly takesPlugins: boolean
  /** @throws RefusedError, whose message is printed. */
  run(context: MetaContext, args: readonly string[]): void
}

/** Runs an action on each plugin that the arguments name. One that is refused does not stop the others. */
export function forEachPlugin(
  { plugins, print }: MetaContext,
  { name, usage }: SubCommand,
  args: readonly string[],
  action: (plugin: Plugin) => void,
): void {
  if (args.length === 0) throw new RefusedError(`needs a plugin; write '${plugins.command} ${name} ${usage}'`)
  for (const arg of args) {
    try {
      action(plugins.find(arg))
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      print(`${plugins.command} ${name}: ${error.message}`)
    }
  }
}

/** The usage text of all sub-commands that take plugins. */
export const pluginUsage = 'NUMBER|NAME…'
