/** `meta list`: a line for each plugin, in the order of their hooks. */
import type { Plugin } from '../plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printPlugins } from './table.js'
import { loadTimeWord, sourceWord, statusWord } from './words.js'

const header = ['description', 'stat', 'pend', 'file', 'vers', 'src', 'load', 'unload']

export const list: SubCommand = {
  name: 'list',
  usage: '',
  summary: 'lists the plugins',
  takesPlugins: false,
  run({ plugins, print }: MetaContext) {
    printPlugins(plugins.all, { header, cells }, print)
  },
}

function cells(plugin: Plugin): string[] {
  return [
    plugin.description,
    statusWord(plugin.status),
    ' - ',
    plugin.file,
    `v${plugin.info?.version ?? ' -'}`,
    sourceWord(plugin.source),
    loadTimeWord(plugin.info?.loadable),
    loadTimeWord(plugin.info?.unloadable),
  ]
}
