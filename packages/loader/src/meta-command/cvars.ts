/** `meta cvars`: the cvars that plugins registered. */
import { CvarFlag } from '@csr/metamod-sdk'
import type { RegisteredCvar } from '@csr/metamod-sdk/host'

import { ownerOf, registeredDetails, registeredUsage, wanted } from './registered.js'
import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable, type Column } from './table.js'

/** Of the flags, those that tell an administrator something. */
const kinds: readonly (readonly [flag: number, word: string])[] = [
  [CvarFlag.Archive, 'archive'],
  [CvarFlag.Server, 'server'],
  [CvarFlag.Protected, 'protected'],
  [CvarFlag.SpOnly, 'sponly'],
  [CvarFlag.Unlogged, 'unlogged'],
  [CvarFlag.Privileged, 'privileged'],
]

// What a protected cvar holds, rcon_password among them, is not for every reader of a console's log.
const hidden = '***'

export const cvars: SubCommand = {
  name: 'cvars',
  usage: registeredUsage,
  summary: 'lists the cvars that plugins registered, with their values',
  details: registeredDetails,
  takes: 'plugins',
  run(context: MetaContext, args: readonly string[]) {
    const entries = wanted(context.bridge.cvars(), args, context, 'cvar')
    context.print('Registered plugin cvars:')
    const owner: Column<RegisteredCvar> = { title: 'plugin', cell: (entry) => ownerOf(entry, context) }
    printTable(entries, { columns: [owner, ...cvarColumns] }, context.print)
    context.print(`${entries.length} cvars, ${entries.filter(({ isAlive }) => isAlive).length} available`)
  },
}

/** The columns that are the same for one plugin's cvars and for all. */
export const cvarColumns: readonly Column<RegisteredCvar>[] = [
  { title: 'cvar', cell: ({ name }) => name },
  { title: 'type', cell: ({ flags }) => kindOf(flags) },
  {
    title: 'float value',
    cell: (cvar) => (isProtected(cvar) ? hidden : cvar.value.toFixed(6)),
    isRight: true,
  },
  { title: 'string value', cell: (cvar) => (isProtected(cvar) && cvar.string !== '' ? hidden : cvar.string) },
]

function kindOf(flags: number): string {
  const words = kinds.filter(([flag]) => (flags & flag) !== 0).map(([, word]) => word)
  return words.join(' ') || '-'
}

function isProtected({ flags }: RegisteredCvar): boolean {
  return (flags & CvarFlag.Protected) !== 0
}
