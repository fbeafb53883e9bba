/** The functions that a plugin hooks, by table, as lines no wider than a console. */
import { rows, type FunctionRow } from '@csr/metamod-sdk/host'

import type { Plugin } from '../plugins/plugin.js'
import type { MetaContext } from './sub-command.js'

const tables: Readonly<Record<FunctionRow['table'], string>> = {
  gamedll: 'DLLAPI',
  newdll: 'NEWAPI',
  engine: 'Engine',
}

const width = 100

export function hookLines({ slot }: Plugin, { bridge }: Pick<MetaContext, 'bridge'>): string[] {
  const hooks = bridge.hookedFunctions(slot)
  const lines = Object.entries(tables).flatMap(([table, title]) =>
    [0, 1].flatMap((phase) => {
      const names = hooks
        .filter((hook) => hook % 2 === phase)
        .map((hook) => rows[hook >> 1])
        .filter((row) => row?.table === table)
        .map((row) => `${row?.cName.replace(/^pfn/, '')}${phase === 1 ? '_Post' : ''}`)
      const head = `${title}${phase === 1 ? ' Post' : ''} functions (${names.length}):`
      return names.length === 0 ? [] : [head, ...wrapped(names)]
    }),
  )
  return lines.length === 0 ? ['No functions hooked.'] : lines
}

function wrapped(names: readonly string[]): string[] {
  const lines: string[] = []
  let line = '   '
  for (const name of names) {
    if (line.length + name.length + 1 > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = '   '
    }
    line += `${name} `
  }
  return [...lines, line.trimEnd()]
}
