/** `meta.h`: what Metamod and its plugins say to each other. */
import type { CFunction, Enumeration, Struct } from '../schema.js'
import { comment, header, prototype } from './c-text.js'
import { enumDefinition } from './header-constants.js'
import { tableDefinition } from './header-tables.js'
import { forwardDeclaration, structDefinition } from './header-types.js'

export interface MetaParts {
  readonly versions: Readonly<Record<string, string>>
  readonly enums: readonly Enumeration[]
  readonly pluginInfo: Struct
  readonly structs: readonly Struct[]
  readonly getterTypes: readonly CFunction[]
  readonly exportTypes: readonly CFunction[]
  readonly utilFunctions: readonly CFunction[]
}

const plid = `${comment('Names a plugin to Metamod: the address of its own plugin_info_t.')}typedef const plugin_info_t *plid_t;\n`

const functionType = (fn: CFunction): string =>
  `${comment(fn.doc)}typedef ${prototype(fn, `(*${fn.cName})`)};\n`

export function metaHeader(parts: MetaParts): string {
  const versions = Object.entries(parts.versions).map(([name, value]) => `#define ${name} ${value}\n`)
  const structs = [parts.pluginInfo, ...parts.structs]
  const util = tableDefinition(
    'mutil_funcs_t',
    'mutil_funcs_s',
    'What Metamod offers to plugins; each passes its PLID, so that Metamod knows who asks.',
    parts.utilFunctions,
  )
  const body = [
    versions.join(''),
    ...parts.enums.map(enumDefinition),
    structs.map(forwardDeclaration).join(''),
    plid,
    ...parts.getterTypes.map(functionType),
    ...structs.map(structDefinition),
    util,
    ...parts.exportTypes.map(functionType),
  ]
  const includes = ['<stdarg.h>', '"metamod/engine.h"', '"metamod/gamedll.h"']
  return header('meta.h', 'api/metautil.ts', includes, body.join('\n'))
}
