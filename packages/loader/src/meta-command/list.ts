/** `meta list`: a line for each plugin, in the order of their hooks. */
import type { Print } from '../log.js'
import type { Plugin } from '../plugins/plugin.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable, type Column } from './table.js'
import { actionWord, loadTimeWord, sourceWord, statusWord } from './words.js'

export const list: SubCommand = {
  name: 'list',
  usage: '',
  summary: 'lists the plugins',
  details: [
    'stat: RUN, PAUS (paused), STOP (paused by Metamod: see info), fail, badf (bad file), open or info (not attached yet).',
    "pend: what is done at the next map change; '-' if nothing is. src: ini, cmd, or plN for one that plugin N loaded.",
    'load, unload: when the plugin lets itself be loaded and unloaded.',
  ],
  takes: [],
  run({ plugins, config, print }: MetaContext) {
    print('Currently loaded plugins:')
    printPlugins(plugins.all, pluginColumns(config.alignList), print)
  },
}

/**
 * The columns that are known from other Metamods.
 *
 * @param isAligned - Whether they are as wide as their widest cell, or cut to the classic widths.
 */
export function pluginColumns(isAligned: boolean): readonly Column<Plugin>[] {
  const classic = (width: number): { width?: number } => (isAligned ? {} : { width })
  return [
    { title: 'description', cell: ({ description }) => description, ...classic(15) },
    { title: 'stat', cell: statusWord, width: 4 },
    { title: 'pend', cell: ({ action }) => actionWord(action), width: 4, gap: 1 },
    { title: 'file', cell: ({ file }) => file, ...classic(16) },
    { title: 'vers', cell: ({ info }) => `v${info?.version ?? ' -'}`, ...classic(8) },
    { title: 'src', cell: ({ source }) => sourceWord(source), ...classic(4) },
    { title: 'load', cell: ({ info }) => loadTimeWord(info?.loadable), width: 5 },
    { title: isAligned ? 'unload' : 'unlod', cell: ({ info }) => loadTimeWord(info?.unloadable), gap: 1 },
  ]
}

/** Prints a line for each plugin, and how many there are. */
export function printPlugins(
  plugins: readonly Plugin[],
  columns: readonly Column<Plugin>[],
  print: Print,
): void {
  printTable(plugins, { columns, number: ({ slot }) => slot }, print)
  const running = plugins.filter((plugin) => plugin.isRunning).length
  print(`${plugins.length} plugins, ${running} running`)
}
