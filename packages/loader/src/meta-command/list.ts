/** `meta list`: a line for each plugin, in the order of their hooks. */
import type { Plugin } from '../plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { loadTimeWord, sourceWord, statusWord } from './words.js'

const header = ['description', 'stat', 'pend', 'file', 'vers', 'src', 'load', 'unload']

export const list: SubCommand = {
  name: 'list',
  usage: '',
  summary: 'lists the plugins',
  takesPlugins: false,
  run({ plugins, print }: MetaContext) {
    const rows = plugins.all.map(cells)
    const widths = header.map((title, column) =>
      Math.max(...[header, ...rows].map((row) => row[column]?.length ?? title.length)),
    )
    const line = (row: readonly string[]): string =>
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
    print('Currently loaded plugins:')
    print(`      ${line(header)}`.trimEnd())
    plugins.all.forEach((plugin, index) =>
      print(` [${String(plugin.slot).padStart(2)}] ${line(rows[index] ?? [])}`.trimEnd()),
    )
    const running = plugins.all.filter((plugin) => plugin.isRunning).length
    print(`${rows.length} plugins, ${running} running`)
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
