/** Which files are generated, and what each holds. */
import { readFileSync } from 'node:fs'

import { api } from '../api.js'
import { exportTypes, getterTypes, metamodStructs, pluginInfo, utilFunctions, versions } from '../metautil.js'
import { cppDebugLevels } from './cpp-debug-levels.js'
import { cppRows } from './cpp.js'
import { layoutAsserts } from './header-asserts.js'
import { constantsHeader } from './header-constants.js'
import { metaHeader } from './header-meta.js'
import { metamodHeader } from './header-metamod.js'
import { tablesHeader } from './header-tables.js'
import { typesHeader } from './header-types.js'
import { Layouts } from './layout.js'
import { tsCalls } from './ts-calls.js'
import { tsEnums } from './ts-enums.js'
import { tsHooks } from './ts-hooks.js'
import { viewNames } from './ts-kinds.js'
import { tsLayouts } from './ts-layouts.js'
import { tsRows } from './ts-rows.js'
import { tsStructs } from './ts-structs.js'

export interface Output {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

const include = (file: string, text: string): Output => ({
  path: `native-bridge/include/metamod/${file}`,
  text,
})
const sdk = (file: string, text: string): Output => ({ path: `packages/sdk/src/raw/generated/${file}`, text })
const core = (file: string, text: string): Output => ({ path: `native-bridge/core/generated/${file}`, text })

function headers(layouts: Layouts): Output[] {
  const { engine, gameDll, newDll, structs, opaques, engineEnums, metamodEnums } = api
  const example = readFileSync(new URL('../example.c', import.meta.url), 'utf8')
  const meta = metaHeader({
    versions,
    enums: metamodEnums,
    pluginInfo,
    structs: metamodStructs,
    getterTypes,
    exportTypes,
    utilFunctions,
  })
  const tables = [...api.tables, { cName: 'mutil_funcs_t', rows: utilFunctions }]
  const types = ['"metamod/types.h"']
  return [
    include('constants.h', constantsHeader(engineEnums)),
    include('types.h', typesHeader(structs, opaques)),
    include('engine.h', tablesHeader('engine.h', engine.source, ['<stdio.h>', ...types], [engine])),
    include('gamedll.h', tablesHeader('gamedll.h', gameDll.source, types, [gameDll, newDll])),
    include('meta.h', meta),
    include('metamod.h', metamodHeader(example)),
    include('layout_asserts.h', layoutAsserts([...structs, pluginInfo, ...metamodStructs], tables, layouts)),
  ]
}

function rows(layouts: Layouts): Output[] {
  return [
    core('engine_rows.inc', cppRows(api.engine, layouts)),
    core('dll_rows.inc', cppRows(api.gameDll, layouts)),
    core('newdll_rows.inc', cppRows(api.newDll, layouts)),
    core('debug_levels.inc', cppDebugLevels(api.tables)),
  ]
}

function sdkFiles(layouts: Layouts): Output[] {
  const { engine, gameDll, newDll, structs, engineEnums, metamodEnums } = api
  const views = viewNames(structs)
  const tables = [
    ['engine', engine],
    ['gamedll', gameDll],
    ['newdll', newDll],
  ] as const
  const calls = [
    { name: 'EngineCalls', doc: 'What the engine offers, one to one.', tables: [engine] },
    { name: 'GameDllCalls', doc: 'What the game DLL offers, one to one.', tables: [gameDll, newDll] },
  ]
  const hooks = [
    { name: 'EngineHooks', doc: 'Calls from game DLL and plugins to the engine.', tables: [engine] },
    { name: 'GameDllHooks', doc: 'Calls from the engine to the game DLL.', tables: [gameDll, newDll] },
  ]
  return [
    sdk('rows.ts', tsRows(tables, layouts)),
    sdk('layouts.ts', tsLayouts(structs, layouts)),
    sdk('calls.ts', tsCalls(calls, views)),
    sdk('hooks.ts', tsHooks(hooks, views)),
    sdk('structs.ts', tsStructs(structs, views)),
    sdk('enums.ts', tsEnums([...engineEnums, ...metamodEnums])),
  ]
}

export function outputs(): Output[] {
  const layouts = new Layouts([...api.structs, pluginInfo, ...metamodStructs])
  return [...headers(layouts), ...rows(layouts), ...sdkFiles(layouts)]
}

/** The path of the first file that is not as it would be generated; `read` gives a file's text, or null for none. */
export function firstStale(read: (path: string) => string | null): string | null {
  return outputs().find(({ path, text }) => read(path) !== text)?.path ?? null
}
