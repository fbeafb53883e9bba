import { describe, expect, test } from 'vitest'

import { api } from './api.js'
import { Layouts } from './generate/layout.js'
import {
  canonical,
  measuredConstants,
  measuredFunctions,
  measuredMetamod,
  measuredStructs,
} from './measured.js'
import { exportTypes, getterTypes, metamodStructs, pluginInfo, utilFunctions, versions } from './metautil.js'
import type { CFunction, Enumeration, Kind, Struct } from './schema.js'

const allStructs = [...api.structs, pluginInfo, ...metamodStructs]
const layouts = new Layouts(allStructs)
const rows = api.tables.flatMap((table) => table.rows)

/** The C types that each kind may have, in canonical spelling. */
const typesOfKind: Readonly<Record<Kind['kind'], RegExp>> = {
  void: /^void$/,
  int: /^(int|[A-Z]+_TYPE)$/,
  uint: /^unsigned int$/,
  byte: /^byte$/,
  ushort: /^unsigned short$/,
  bool: /^(int|qboolean)$/,
  char: /^char$/,
  long: /^long$/,
  float: /^float$/,
  cstr: /^(const )?char\*$/,
  format: /^(const )?char\*$/,
  outText: /^char\*$/,
  cstrOut: /^char\*\*$/,
  edict: /^(const )?edict_t\*$/,
  entvars: /^entvars_t\*$/,
  stringT: /^int$/,
  vec3: /^(const )?float\*$/,
  vec3Out: /^float\*$/,
  struct: /^(const )?\w+\*$/,
  mapped: /^\w+\*$/,
  intOut: /^int\*$/,
  intInOut: /^int\*$/,
  uintInOut: /^unsigned int\*$/,
  pointer: /^((const )?\w+\*+|unsigned long)$/,
  bytes: /^(const void|int)\*$/,
  callback: /^void\(\*\)\(.*\)$/,
}

/** Parameter names do not matter to C, only types do. */
const withoutNames = (type: string): string => type.replace(/([*\s])(?:pFields|delta|from|to)\b/g, '$1')

const signature = (fn: CFunction): string[] =>
  [fn.returns.c, ...fn.params.map((param) => param.c)].map(canonical)

describe.each(api.tables)('$cName', (table) => {
  const measured = measuredFunctions[table.cName] ?? []

  test('has every function of the measured table, at its index', () => {
    expect(table.rows.map((row) => row.cName)).toEqual(measured.map((row) => row.name))
    expect(measured.map((row) => row.index)).toEqual([...measured.keys()])
  })

  test('has the measured number and C types of parameters, and results', () => {
    const ours = table.rows.map((row) => [row.cName, ...signature(row).map(withoutNames)])
    const theirs = measured.map((row) => {
      const types = [row.returns, ...row.params.map((param) => param.type)]
      return [row.name, ...types.map((type) => withoutNames(canonical(type)))]
    })
    expect(ours).toEqual(theirs)
  })

  test('is variadic where the measured table is', () => {
    const ours = table.rows.filter((row) => row.isVariadic).map((row) => row.cName)
    expect(ours).toEqual(measured.filter((row) => row.variadic).map((row) => row.name))
  })

  test('gives each value a kind that fits its C type', () => {
    for (const row of table.rows) {
      for (const value of [row.returns, ...row.params]) {
        expect(canonical(value.c), `${row.cName}: ${value.kind}`).toMatch(typesOfKind[value.kind])
      }
    }
  })

  test('describes each function in one sentence', () => {
    for (const row of table.rows) expect(row.doc, row.cName).toMatch(/^[A-Z].*\.$/)
  })
})

describe('the three tables together', () => {
  test('number the functions 0..213 without a gap', () => {
    const ids = api.tables.flatMap((table) => table.rows.map((_, i) => table.firstId + i))
    expect(ids).toEqual([...Array(214).keys()])
  })

  test('use each name once among the hooks of the engine and once among those of the game DLL', () => {
    const engineNames = api.engine.rows.map((row) => row.name)
    const gameNames = [...api.gameDll.rows, ...api.newDll.rows].map((row) => row.name)
    expect(new Set(engineNames).size).toBe(engineNames.length)
    expect(new Set(gameNames).size).toBe(gameNames.length)
  })

  test('change the case of a C name and never its letters', () => {
    for (const row of rows) {
      expect(row.name.toLowerCase()).toBe(row.cName.replace(/^pfn/, '').replaceAll('_', '').toLowerCase())
    }
  })

  test('name no parameter like a property that every event has', () => {
    const reserved = ['status', 'previous', 'original', 'overriding', 'result']
    const clashes = rows.flatMap((row) => row.params.filter((param) => reserved.includes(param.name)))
    expect(clashes).toEqual([])
  })

  test('have no function with more parameters than a frame has dirty bits', () => {
    expect(Math.max(...rows.map((row) => row.params.length))).toBeLessThanOrEqual(32)
  })
})

describe('structs', () => {
  test('cover every measured struct', () => {
    const tables = api.tables.map((table) => table.cName)
    const ours = [...api.structs.map((struct) => struct.cName), ...tables]
    expect(ours).toEqual(expect.arrayContaining(Object.keys(measuredStructs)))
  })

  const withFields = api.structs.filter((struct) => measuredStructs[struct.cName]?.fields !== undefined)

  test.each(withFields)(
    '$cName has the measured fields, types, offsets and size on both word sizes',
    (struct) => {
      const measured = measuredStructs[struct.cName]
      const { size, offsets } = layouts.of(struct.cName)
      expect(size).toEqual(measured?.size)
      const ours = struct.fields.map((field) => [field.cName, declaredType(field), offsets.get(field.cName)])
      expect(ours).toEqual(
        measured?.fields?.map(({ name, ctype, offset }) => [name, canonical(ctype), offset]),
      )
    },
  )

  test.each(api.tables)('$cName is as large as measured', ({ cName, rows }) => {
    expect({ lp64: rows.length * 8, ilp32: rows.length * 4 }).toEqual(measuredStructs[cName]?.size)
  })
})

/** A field's type as the measured data spells it: `short [48]`. */
function declaredType({ c, count, word }: Struct['fields'][number]): string {
  const isArray = count > 1 || word === 'text' || word === 'bytes'
  return canonical(isArray ? `${c} [${count}]` : c)
}

const valuesOf = (enums: readonly Enumeration[]): Map<string, number> =>
  new Map(
    enums.flatMap(({ members, aliases }) => [
      ...members.map(([, cName, value]) => [cName, value] as const),
      ...aliases,
    ]),
  )

describe('constants', () => {
  const values = valuesOf(api.engineEnums)

  test.each(Object.entries(measuredConstants))(
    '%s_ has every measured name and value',
    (_prefix, constants) => {
      const ours = Object.keys(constants).map((name) => [name, values.get(name)])
      expect(Object.fromEntries(ours)).toEqual(constants)
    },
  )

  test('use each name once in an enumeration', () => {
    for (const { name, members } of [...api.engineEnums, ...api.metamodEnums]) {
      expect(new Set(members.map(([member]) => member)).size, name).toBe(members.length)
    }
  })
})

describe('Metamod', () => {
  test('has the measured versions', () => {
    const ours = Object.entries(versions).map(([name, text]) => [name, JSON.parse(text)] as const)
    for (const [name, value] of ours) expect(measuredMetamod[name]).toBe(value)
  })

  test('has the measured enums', () => {
    const ours = api.metamodEnums.map(({ cType, members }) => {
      return [cType, Object.fromEntries(members.map(([, cName, value]) => [cName, value]))]
    })
    expect(Object.fromEntries(ours)).toEqual(measuredMetamod.enums)
  })

  test.each([pluginInfo, ...metamodStructs])('has $cName with the measured fields and size', (struct) => {
    const ours = struct.fields.map((field) => [declaredType(field), field.cName])
    const measured = measuredMetamod.structs[struct.cName] ?? []
    expect(ours).toEqual(measured.map(([type, name]) => [canonical(type), name]))
    const size = measuredMetamod.sizes[struct.cName]
    if (size !== undefined) expect(layouts.of(struct.cName).size).toEqual(size)
  })

  test('has the measured utility functions, in order', () => {
    const ours = utilFunctions.map((fn) => [fn.cName, fn.isVariadic, ...signature(fn)])
    const measured = measuredMetamod.mutil_funcs_t.map(({ name, returns, params, variadic }) => {
      const types = params.map((param) => param.replace(/\w+$/, ''))
      return [name, variadic ?? false, ...[returns, ...types].map(canonical)]
    })
    expect(ours).toEqual(measured)
  })

  test('has the measured function types', () => {
    const names: Readonly<Record<string, string>> = {
      Meta_Init: 'META_INIT_FN',
      GiveFnptrsToDll: 'GIVE_ENGINE_FUNCTIONS_FN',
      Meta_Query: 'META_QUERY_FN',
      Meta_Attach: 'META_ATTACH_FN',
      Meta_Detach: 'META_DETACH_FN',
    }
    const ours = new Map([...getterTypes, ...exportTypes].map((fn) => [fn.cName, signature(fn)]))
    for (const [name, text] of Object.entries(measuredMetamod.function_types)) {
      const [, returns = '', params = ''] = /^(\w+) \((.*?)\)/.exec(text) ?? []
      const types = params === 'void' ? [] : params.split(', ').map((param) => param.replace(/\w+$/, ''))
      expect(ours.get(names[name] ?? name), name).toEqual([returns, ...types].map(canonical))
    }
  })
})
