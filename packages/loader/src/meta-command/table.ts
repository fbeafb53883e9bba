/** A table of plugins on the console: a line for each, columns as wide as their longest cell. */
import type { Print } from '../log.js'
import type { Plugin } from '../plugin.js'

export interface PluginTable {
  readonly header: readonly string[]
  /** A cell for each word of the header. */
  readonly cells: (plugin: Plugin) => readonly string[]
}

export function printPlugins(plugins: readonly Plugin[], { header, cells }: PluginTable, print: Print): void {
  const rows = plugins.map(cells)
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? title.length)),
  )
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  print('Currently loaded plugins:')
  print(`      ${line(header)}`.trimEnd())
  plugins.forEach((plugin, index) =>
    print(` [${String(plugin.slot).padStart(2)}] ${line(rows[index] ?? [])}`.trimEnd()),
  )
  const running = plugins.filter((plugin) => plugin.isRunning).length
  print(`${rows.length} plugins, ${running} running`)
}
