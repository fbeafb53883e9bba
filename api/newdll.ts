/** `NEW_DLL_FUNCTIONS`: what later engines ask of the game beside `DLL_FUNCTIONS`. */
import { constEdict, cstr, edict, fn, int, nothing, result } from './params.js'
import type { FunctionRow, FunctionTable } from './schema.js'

const rows: readonly FunctionRow[] = [
  fn(
    'pfnOnFreeEntPrivateData',
    'onFreeEntPrivateData',
    [edict('entity')],
    nothing,
    "The game's own block of an entity is about to be freed.",
  ),
  fn('pfnGameShutdown', 'gameShutdown', [], nothing, 'The game DLL is about to be unloaded.'),
  fn(
    'pfnShouldCollide',
    'shouldCollide',
    [edict('touched'), edict('other')],
    result('bool'),
    'Tells whether two entities may collide.',
    { defaultResult: 1 },
  ),
  fn(
    'pfnCvarValue',
    'cvarValue',
    [constEdict('player'), cstr('value')],
    nothing,
    'A client answers a question for one of its cvars that had no request id.',
  ),
  fn(
    'pfnCvarValue2',
    'cvarValue2',
    [constEdict('player'), int('requestId'), cstr('name'), cstr('value')],
    nothing,
    'A client answers a question for one of its cvars that had a request id.',
  ),
]

export const newDllTable: FunctionTable = {
  cName: 'NEW_DLL_FUNCTIONS',
  tag: 'NEW_DLL_FUNCTIONS_s',
  source: 'api/newdll.ts',
  firstId: 209,
  doc: 'What later engines ask of the game beside DLL_FUNCTIONS.',
  rows,
}
