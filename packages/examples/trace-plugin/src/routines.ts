/** The routines that can be traced: every function between engine and game DLL, by the names and levels of `levels.ts`. */
import { hookableFunctions, type HookableFunction } from '@csr/metamod-sdk'

import { dllapiLevels, engineLevels, newapiLevels } from './levels.js'

/** What the C tables are called at the console; routines are looked for in this order. */
export const apis = ['dllapi', 'newapi', 'engine'] as const
export type Api = (typeof apis)[number]

export interface Routine {
  readonly api: Api
  readonly name: string
  readonly level: number
  readonly callee: HookableFunction
}

const tables = {
  dllapi: { table: 'gamedll', levels: dllapiLevels },
  newapi: { table: 'newdll', levels: newapiLevels },
  engine: { table: 'engine', levels: engineLevels },
} as const

export const routines: readonly Routine[] = apis.flatMap((api) =>
  hookableFunctions
    .filter(({ table }) => table === tables[api].table)
    .map((callee) => ({ api, callee, ...nameAndLevel(api, callee) })),
)

function nameAndLevel(api: Api, { nativeName }: HookableFunction): Pick<Routine, 'name' | 'level'> {
  const listed = tables[api].levels[nativeName]
  const name = nativeName.replace(/^pfn/, '')
  if (listed === undefined) throw new Error(`levels.ts: has no level for ${nativeName}; add one`)
  return typeof listed === 'number' ? { name, level: listed } : { name: listed[1], level: listed[0] }
}

/** What messages call an API. */
export const apiTitles: Readonly<Record<Api, string>> = {
  dllapi: 'DLLAPI',
  newapi: 'NEWAPI',
  engine: 'Engine',
}

/** The routine that an administrator means, whatever the case; null if there is none. */
export function findRoutine(typed: string): Routine | null {
  const wanted = typed.toLowerCase()
  return routines.find(({ name }) => name.toLowerCase() === wanted) ?? null
}
