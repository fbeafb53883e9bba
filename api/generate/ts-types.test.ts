import { expect, test } from 'vitest'

import { fixed } from '../fields.js'
import { miniEnum, miniFlags, miniLayouts, miniStruct, miniTable } from './mini-table.js'
import { tsCalls } from './ts-calls.js'
import { tsEnums } from './ts-enums.js'
import { tsHooks } from './ts-hooks.js'
import { viewNames } from './ts-kinds.js'
import { tsLayouts } from './ts-layouts.js'
import { tsStructs } from './ts-structs.js'

const views = viewNames([miniStruct])
const mini = { name: 'Mini', doc: 'All of it.', tables: [miniTable] }

test('a call takes the inputs and answers the outputs', () => {
  expect(tsCalls([mini], views)).toMatchInlineSnapshot(`
    "// Generated from api/mini.ts by npm run generate. Do not edit.
    import type { Entity } from '../entity.js'
    import type { Vec3 } from '../vec3.js'
    import type { Hit } from './structs.js'

    /** All of it. */
    export interface Mini {
      /**
       * Looks at something.
       *
       * @native MINI_FUNCTIONS.pfnLook
       */
      look(viewer: Entity, target: Vec3 | null): { readonly result: boolean; readonly hit: Hit }

      /**
       * Prints in the player's console.
       *
       * @native MINI_FUNCTIONS.pfnSay
       */
      say(times: number, text: string): void

      /**
       * Finds an entity.
       *
       * @native MINI_FUNCTIONS.pfnFind
       *
       * @deprecated Use look.
       */
      find(name: string): Entity | null
    }
    "
  `)
})

test('a hook is given an event with all parameters and answers the result', () => {
  expect(tsHooks([mini], views)).toMatchInlineSnapshot(`
    "// Generated from api/mini.ts by npm run generate. Do not edit.
    import type { Entity } from '../entity.js'
    import type { Hook } from '../hook.js'
    import type { Vec3 } from '../vec3.js'
    import type { Hit } from './structs.js'

    /** All of it. */
    export interface Mini {
      /**
       * Looks at something.
       *
       * @native MINI_FUNCTIONS.pfnLook
       */
      readonly look: Hook<{ readonly viewer: Entity; readonly target: Vec3 | null; readonly hit: Hit }, boolean>

      /**
       * Prints in the player's console.
       *
       * @native MINI_FUNCTIONS.pfnSay
       */
      readonly say: Hook<{ readonly times: number; readonly text: string }, void>

      /**
       * Finds an entity.
       *
       * @native MINI_FUNCTIONS.pfnFind
       *
       * @deprecated Use look.
       */
      readonly find: Hook<{ readonly name: string }, Entity | null>
    }
    "
  `)
})

test('a function that is called by hand or not at all can only be hooked', () => {
  const [first, ...rest] = miniTable.rows
  const rows = first === undefined ? [] : [{ ...first, notCallable: 'It looks back.' }, ...rest]
  const odd = { ...mini, tables: [{ ...miniTable, rows }] }
  expect(tsCalls([odd], views)).not.toContain('look(')
  expect(tsHooks([odd], views)).toContain('readonly look:')
})

test('a struct becomes an interface of what a script can see', () => {
  expect(tsStructs([miniStruct], views)).toMatchInlineSnapshot(`
    "// Generated from api/structs.ts by npm run generate. Do not edit.
    import type { Vec3 } from '../vec3.js'

    /**
     * What was hit.
     *
     * @native hit_t
     */
    export interface Hit {
      name: string
      model: string
      readonly place: readonly Vec3[]
      fraction: number
    }
    "
  `)
})

test('a fixed field is read-only', () => {
  const fields = miniStruct.fields.map((field) => (field.name === 'fraction' ? fixed(field) : field))
  const struct = { ...miniStruct, fields }
  expect(tsStructs([struct], views)).toContain('  readonly fraction: number\n')
  expect(tsLayouts([struct], miniLayouts)).toContain("name: 'fraction', cName: 'fraction', word: 'f32'")
  expect(tsLayouts([struct], miniLayouts).match(/isFixed: true/g)).toHaveLength(1)
})

test('constants become an object and a type of its values', () => {
  expect(tsEnums([miniFlags, miniEnum])).toMatchInlineSnapshot(`
    "// Generated from api/enums.ts by npm run generate. Do not edit.

    /** Bits of nothing. */
    export const MiniFlag = {
      /** \`MINI_ONE\` */
      One: 1,
      /** \`MINI_TOP\` */
      Top: 0x80000000,
    } as const
    export type MiniFlag = (typeof MiniFlag)[keyof typeof MiniFlag]

    /** Kinds of nothing. */
    export const MiniType = {
      /** \`mini_odd\` */
      Odd: 1,
    } as const
    export type MiniType = (typeof MiniType)[keyof typeof MiniType]
    "
  `)
})
