/** How the console tells what became of a request. */
import type { Outcome, PluginActions } from '../plugins/plugin-actions.js'
import type { Plugin } from '../plugins/plugin.js'

/**
 * @param done - What is said when it was done, such as `Unloaded`.
 * @param verb - What was asked for, such as `unload`.
 */
export function outcomeLine(
  { command }: Pick<PluginActions, 'command'>,
  { name, slot }: Plugin,
  outcome: Outcome,
  [done, verb]: readonly [done: string, verb: string],
): string {
  if (outcome === 'done') return `${done} plugin '${name}'`
  if (outcome === 'delayed')
    return `Plugin '${name}' will be ${done.toLowerCase()} at the next map change; '${command} clear ${slot}' takes that back`
  // The log has just said why.
  return `${command} ${verb}: '${name}' was not ${done.toLowerCase()}`
}
