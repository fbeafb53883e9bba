/** What `meta info` says of a plugin in a line each, with the words of other Metamods. */
import { LoadTime } from '@csr/metamod-sdk'
import { PluginAction, type PluginInfo } from '@csr/metamod-sdk/host'

import type { Plugin } from '../plugins/plugin.js'
import type { MetaContext } from './sub-command.js'
import { actionText, loadTimeText, sourceText, statusText } from './words.js'

/** What is said of a plugin, with a word for it. */
export type Fact = readonly [label: string, value: string]

export function factsOf(plugin: Plugin, context: MetaContext): Fact[] {
  const { game, plugins } = context
  const nameOf = (slot: number): string => plugins.at(slot)?.name ?? '(unknown)'
  const facts: Fact[] = [
    ['name', plugin.name],
    ['desc', plugin.description],
    ['status', statusText(plugin)],
    ['action', actionOf(plugin, plugins.command)],
    ['filename', game.display(plugin.path)],
    ['file', plugin.file],
    ['pathname', plugin.path],
    ['kind', plugin.kind === 'native' ? 'native library' : 'TypeScript'],
    ['index', String(plugin.slot)],
    ['source', sourceText(plugin.source, nameOf)],
  ]
  if (plugin.problem !== null) facts.push(['problem', plugin.problem])
  if (plugin.info !== null) facts.push(...ownWords(plugin.info))
  return [...facts, ['last loaded', plugin.loadedAt?.toLocaleString('sv') ?? 'never']]
}

/** What the plugin says of itself. */
function ownWords(info: PluginInfo): Fact[] {
  return [
    ['loadable', loadTimeText(info.loadable)],
    ['unloadable', loadTimeText(info.unloadable)],
    ['version', info.version],
    ['date', info.date],
    ['author', info.author],
    ['url', info.url],
    ['logtag', info.logTag],
    ['ifvers', info.interfaceVersion],
  ]
}

/** What is to be done next with the plugin, and why it was not done yet. */
function actionOf({ action, slot, info }: Plugin, command: string): string {
  const word = actionText(action)
  if (action === PluginAction.None || action === PluginAction.Null || action === PluginAction.Keep)
    return word
  const isComing = action === PluginAction.Load || action === PluginAction.Attach
  const time = isComing ? info?.loadable : info?.unloadable
  // Of what failed, the line below says why.
  const why =
    time === LoadTime.Changelevel
      ? `, because it may be ${isComing ? 'loaded' : 'unloaded'} only ${loadTimeText(time)}`
      : ''
  return `${word} at the next map change${why}; '${command} clear ${slot}' takes that back`
}
