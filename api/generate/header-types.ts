/** `types.h`: the scalar types and structs that engine, game and plugins share. */
import type { Opaque, Struct } from '../schema.js'
import { comment, declaration, header } from './c-text.js'

const scalars = `typedef unsigned char byte;
typedef int qboolean;
typedef unsigned int CRC32_t;
typedef float vec3_t[3];

/* A text as its distance from globalvars_t.pStringBase, signed, on every platform. */
typedef int string_t;
`

export function structDefinition(struct: Struct): string {
  const fields = struct.fields.map(({ c, cName, count, word }) => {
    const isArray = count > 1 || word === 'text' || word === 'bytes'
    return `  ${declaration(c, isArray ? `${cName}[${count}]` : cName)};\n`
  })
  return `${comment(struct.doc)}struct ${struct.tag} {\n${fields.join('')}};\n`
}

export const forwardDeclaration = ({ tag, cName }: Opaque): string => `typedef struct ${tag} ${cName};\n`

export function typesHeader(structs: readonly Struct[], opaques: readonly Opaque[]): string {
  const names = [...structs, ...opaques].map(forwardDeclaration).join('')
  const body = [scalars, names, ...structs.map(structDefinition)].join('\n')
  return header('types.h', 'api/structs.ts', ['"metamod/constants.h"'], body)
}
