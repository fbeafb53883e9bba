/** Sub-commands that do the same to each plugin they are given. */
import { RefusedError } from '../plugins/load-error.js'
import type { Plugin } from '../plugins/plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'

/** The usage text of all sub-commands that take plugins. */
export const pluginUsage = 'NUMBER|NAME…'

/** How plugins are named, for `meta help`. */
export const pluginDetails: readonly string[] = [
  'NUMBER is the one in the list; NAME is the beginning of the name, description, file or log tag of one plugin only.',
]

/**
 * Runs an action on each plugin that the arguments name, once. One that is refused does not stop the others.
 *
 * All are looked up before the first action, because a plugin that goes may make the next name mean another one.
 */
export function forEachPlugin(
  context: MetaContext,
  subCommand: Pick<SubCommand, 'name' | 'usage'>,
  args: readonly string[],
  action: (plugin: Plugin) => void,
): void {
  const { plugins } = context
  for (const plugin of namedPlugins(context, subCommand, args)) {
    refusable(context, subCommand, () => {
      if (plugins.at(plugin.slot) !== plugin)
        throw new RefusedError(
          `plugin '${plugin.name}' is gone by now; '${plugins.command} list' shows the others`,
        )
      action(plugin)
    })
  }
}

function namedPlugins(
  context: MetaContext,
  subCommand: Pick<SubCommand, 'name' | 'usage'>,
  args: readonly string[],
): Set<Plugin> {
  const { plugins } = context
  if (args.length === 0)
    throw new RefusedError(
      `needs a plugin; write '${plugins.command} ${subCommand.name} ${subCommand.usage}'`,
    )
  const named = new Set<Plugin>()
  for (const arg of args) refusable(context, subCommand, () => named.add(plugins.find(arg)))
  return named
}

/** Runs something that may be refused, and prints why if it is. */
export function refusable(
  { plugins, print }: MetaContext,
  { name }: Pick<SubCommand, 'name'>,
  action: () => void,
): void {
  try {
    action()
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    print(`${plugins.command} ${name}: ${error.message}`)
  }
}
