/** `layout_asserts.h`: makes the compiler prove the offsets and sizes that everything else was generated from. */
import type { Struct } from '../schema.js'
import { header } from './c-text.js'
import type { Layouts, PerModel } from './layout.js'

export interface SizedTable {
  readonly cName: string
  readonly rows: readonly unknown[]
}

const macros = `#if UINTPTR_MAX > 0xffffffffu
#define MM_BY_WORD_SIZE(lp64, ilp32) (lp64)
#else
#define MM_BY_WORD_SIZE(lp64, ilp32) (ilp32)
#endif

/* C99 has no static assertions; an array of impossible size serves there. */
#if defined(__cplusplus)
#define MM_LAYOUT(what, lp64, ilp32) static_assert((what) == MM_BY_WORD_SIZE(lp64, ilp32), #what)
#elif __STDC_VERSION__ >= 201112L
#define MM_LAYOUT(what, lp64, ilp32) _Static_assert((what) == MM_BY_WORD_SIZE(lp64, ilp32), #what)
#else
#define MM_LAYOUT(what, lp64, ilp32) extern const char mm_layout[(what) == MM_BY_WORD_SIZE(lp64, ilp32) ? 1 : -1]
#endif
`

const claim = (what: string, { lp64, ilp32 }: PerModel): string => `MM_LAYOUT(${what}, ${lp64}, ${ilp32});\n`

function structClaims({ cName }: Struct, layouts: Layouts): string {
  const { size, offsets } = layouts.of(cName)
  const fields = [...offsets].map(([field, offset]) => claim(`offsetof(${cName}, ${field})`, offset))
  return fields.join('') + claim(`sizeof(${cName})`, size)
}

const tableClaim = ({ cName, rows }: SizedTable): string =>
  claim(`sizeof(${cName})`, { lp64: rows.length * 8, ilp32: rows.length * 4 })

export function layoutAsserts(
  structs: readonly Struct[],
  tables: readonly SizedTable[],
  layouts: Layouts,
): string {
  const body = [
    macros,
    ...structs.map((struct) => structClaims(struct, layouts)),
    tables.map(tableClaim).join(''),
  ]
  const includes = ['<stddef.h>', '<stdint.h>', '"metamod/metamod.h"']
  return header('layout_asserts.h', 'api/', includes, body.join('\n'))
}
