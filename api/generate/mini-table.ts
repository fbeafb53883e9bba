/** A table of three functions and a struct: small enough to read what each emitter makes of it in one glance. */
import { f32, opaque, pointer, string, text, vec3 as vec3Field, viewed } from '../fields.js'
import { cstr, edict, fn, format, int, nothing, result, struct, vec3 } from '../params.js'
import type { Enumeration, FunctionTable, Struct } from '../schema.js'
import { Layouts } from './layout.js'

export const miniStruct: Struct = viewed('hit_t', 'hit_s', 'Hit', 'What was hit.', [
  text('name', 'szName', 5),
  string('model'),
  pointer('owner', 'pOwner', 'void *'),
  vec3Field('place', 'vecPlace', { count: 2 }),
  f32('fraction'),
])

export const miniOpaque = opaque('secret_t', 'secret_s')

export const miniLayouts = new Layouts([miniStruct])

export const miniTable: FunctionTable = {
  cName: 'MINI_FUNCTIONS',
  tag: 'MINI_FUNCTIONS_s',
  source: 'api/mini.ts',
  firstId: 7,
  doc: 'A few functions.',
  rows: [
    fn(
      'pfnLook',
      'look',
      [edict('viewer'), vec3('target', { nullable: true }), struct('hit', 'hit_t', 'out')],
      result('bool'),
      'Looks at something.',
      { defaultResult: 1 },
    ),
    fn('pfnSay', 'say', [int('times'), format('text')], nothing, "Prints in the player's console."),
    fn('pfnFind', 'find', [cstr('name', { life: 'map' })], result('edict'), 'Finds an entity.', {
      worldMeansNull: true,
      obsolete: 'Use look.',
    }),
  ],
}

export const miniFlags: Enumeration = {
  name: 'MiniFlag',
  doc: 'Bits of nothing.',
  members: [
    ['One', 'MINI_ONE', 1],
    ['Top', 'MINI_TOP', 0x80000000],
  ],
  cType: null,
  isFlags: true,
  aliases: [['MINI_FIRST', 1]],
}

export const miniEnum: Enumeration = {
  ...miniFlags,
  name: 'MiniType',
  doc: 'Kinds of nothing.',
  members: [['Odd', 'mini_odd', 1]],
  cType: 'MINI_TYPE',
  isFlags: false,
  aliases: [],
}
