/** `structs.ts`: the structs as scripts see them. */
import type { Field, FieldWord, Struct } from '../schema.js'
import { tsBanner } from './c-text.js'
import type { ViewNames } from './ts-kinds.js'
import { visibleFields } from './ts-layouts.js'
import { docComment, importsFor } from './ts-text.js'

const types: Partial<Record<FieldWord, string>> = {
  char: 'string',
  bool: 'boolean',
  vec3: 'Vec3',
  string: 'string',
  edict: 'Entity | null',
  cstr: 'string',
  text: 'string',
  bytes: 'Uint8Array',
}

function fieldText(field: Field, views: ViewNames): string {
  const element =
    field.struct === undefined ? (types[field.word] ?? 'number') : (views.get(field.struct) ?? 'never')
  const isArray = field.count > 1 && field.word !== 'text' && field.word !== 'bytes'
  const isFixed = isArray || field.word === 'struct' || field.isFixed === true
  return `  ${isFixed ? 'readonly ' : ''}${field.name}: ${isArray ? `readonly ${element}[]` : element}\n`
}

export function tsStructs(structs: readonly Struct[], views: ViewNames): string {
  const viewed = structs.filter((struct) => struct.view !== null)
  const interfaces = viewed.map((struct) => {
    const fields = visibleFields(struct, structs).map((field) => fieldText(field, views))
    return `${docComment([struct.doc, `@native ${struct.cName}`])}export interface ${struct.view ?? ''} {\n${fields.join('')}}\n`
  })
  const body = interfaces.join('\n')
  const imports = importsFor(body, { '../entity.js': ['Entity'], '../vec3.js': ['Vec3'] })
  return `${tsBanner('api/structs.ts')}${imports}\n${body}`
}
