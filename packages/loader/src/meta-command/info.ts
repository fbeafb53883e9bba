/** `meta info`: all that is known of a plugin. */
import type { Plugin } from '../plugin.js'
import { forEachPlugin, pluginUsage, type MetaContext, type SubCommand } from './sub-command.js'
import { loadTimeWord, sourceWord, statusWord } from './words.js'

/** What is said of a plugin, with a word for it. */
export type Fact = readonly [label: string, value: string]

export const info = infoWith(() => [])

/** @param more - What else is known of a plugin. */
export function infoWith(more: (plugin: Plugin) => readonly Fact[]): SubCommand {
  const subCommand: SubCommand = {
    name: 'info',
    usage: pluginUsage,
    summary: 'tells all that is known of a plugin',
    takesPlugins: true,
    run(context: MetaContext, args: readonly string[]) {
      forEachPlugin(context, subCommand, args, (plugin) => {
        for (const [label, value] of [...facts(plugin, context), ...more(plugin)])
          context.print(`${label.padStart(12)}: ${value}`)
      })
    },
  }
  return subCommand
}

function facts(plugin: Plugin, { game, hookCount }: MetaContext): Fact[] {
  const about = plugin.info
  const always: Fact[] = [
    ['name', plugin.name],
    ['description', plugin.description],
    ['index', String(plugin.slot)],
    ['kind', plugin.kind === 'native' ? 'native library' : 'TypeScript'],
    ['status', statusWord(plugin.status)],
    ['file', game.display(plugin.path)],
    ['source', sourceWord(plugin.source)],
  ]
  if (plugin.problem !== null) always.push(['problem', plugin.problem])
  if (about === null) return always
  return [
    ...always,
    ['version', about.date === '' ? about.version : `${about.version}, ${about.date}`],
    ['author', about.author],
    ['url', about.url],
    ['logtag', about.logTag],
    ['interface', about.interfaceVersion],
    ['loadable', loadTimeWord(about.loadable)],
    ['unloadable', loadTimeWord(about.unloadable)],
    ['hooks', String(plugin.isLoaded ? hookCount(plugin) : 0)],
    ['last loaded', plugin.loadedAt?.toISOString() ?? 'never'],
  ]
}
