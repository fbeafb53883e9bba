/**
 * What `meta cmds` and `meta cvars` have in common: who registered a thing, and which of them are wanted. Hundreds are not
 * rare, so a plugin or the beginning of a name may be given.
 */
import { RefusedError } from '../plugins/load-error.js'
import type { Plugin } from '../plugins/plugin.js'
import type { MetaContext } from './sub-command.js'

export interface Registered {
  readonly name: string
  readonly slot: number
  readonly isAlive?: boolean
}

export const registeredUsage = '[NUMBER|NAME…]'

export const registeredDetails: readonly string[] = [
  'With arguments only those of these plugins, or whose own name begins so.',
]

/** Whose it is, as an administrator knows it. */
export function ownerOf({ slot, isAlive = true }: Registered, { plugins }: MetaContext): string {
  if (!isAlive) return '(unloaded)'
  if (slot === 0) return 'Metamod'
  return plugins.at(slot)?.description ?? '(unknown)'
}

/** Those that the arguments ask for; all if there are none. @throws RefusedError if there are none of these. */
export function wanted<Entry extends Registered>(
  entries: readonly Entry[],
  args: readonly string[],
  context: MetaContext,
  what: string,
): Entry[] {
  if (args.length === 0) return [...entries]
  const tests = args.map((arg) => testFor(arg, context))
  const found = entries.filter((entry) => tests.some((fits) => fits(entry)))
  if (found.length > 0) return found
  const named = args.map((arg) => `'${arg.slice(0, 64)}'`).join(', ')
  throw new RefusedError(
    `no ${what} is of a plugin or begins with ${named}; there are ${entries.length} without it`,
  )
}

function testFor(arg: string, { plugins }: MetaContext): (entry: Registered) => boolean {
  const plugin = pluginNamed(arg, plugins.find.bind(plugins))
  const start = arg.toLowerCase()
  return ({ name, slot, isAlive = true }) =>
    (plugin !== null && isAlive && slot === plugin.slot) ||
    (start !== '' && name.toLowerCase().startsWith(start))
}

function pluginNamed(arg: string, find: (text: string) => Plugin): Plugin | null {
  try {
    return find(arg)
  } catch (error) {
    if (error instanceof RefusedError) return null
    throw error
  }
}
