/** What the sub-commands of `meta` have in common. */
import type { Bridge } from '@csr/metamod-sdk/host'

import type { Config } from '../configuration/config-ini.js'
import type { GameDirectory } from '../configuration/game-directory.js'
import type { Print } from '../log.js'
import type { PluginActions } from '../plugins/plugin-actions.js'

/** What a sub-command works on. */
export interface MetaContext {
  readonly plugins: PluginActions
  readonly game: GameDirectory
  readonly config: Config
  /** What was registered and hooked. */
  readonly bridge: Pick<
    Bridge,
    'hookCount' | 'hookedFunctions' | 'commands' | 'cvars' | 'userMessages' | 'describeGame' | 'gameDllPath'
  >
  /** Prints to the server console, unmarked, because the administrator asked for it. */
  readonly print: Print
}

export interface SubCommand {
  readonly name: string
  /** What else it may be called. */
  readonly aliases?: readonly string[]
  /** The arguments as `meta help` shows them; empty if there are none. */
  readonly usage: string
  readonly summary: string
  /** What `meta help NAME` tells besides. */
  readonly details?: readonly string[]
  /** What its arguments are, for completion: plugins of the list, files, other sub-commands, or words of its own. */
  readonly takes: 'plugins' | 'files' | 'commands' | readonly string[]
  /** @throws RefusedError, whose message is printed. */
  run(context: MetaContext, args: readonly string[]): void
}

/** Whether a sub-command is the one that an administrator typed. */
export function isCalled({ name, aliases = [] }: SubCommand, typed: string): boolean {
  const wanted = typed.toLowerCase()
  return name === wanted || aliases.includes(wanted)
}
