/** Everything in `api/` in one object, as the emitters take it. */
import { engineEnums, metamodEnums } from './enums.js'
import { engineTable } from './engine.js'
import { gameDllTable } from './gamedll.js'
import { newDllTable } from './newdll.js'
import { opaques, structs } from './structs.js'

export const api = {
  engine: engineTable,
  gameDll: gameDllTable,
  newDll: newDllTable,
  tables: [engineTable, gameDllTable, newDllTable],
  structs,
  opaques,
  engineEnums,
  metamodEnums,
}
