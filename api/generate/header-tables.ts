/** `engine.h` and `gamedll.h`: the tables of functions, each with what it does. */
import type { CFunction, FunctionTable } from '../schema.js'
import { comment, header, prototype } from './c-text.js'

const description = ({ doc, obsolete }: CFunction): string =>
  obsolete === undefined ? doc : `${doc} Obsolete: ${obsolete}`

/** A struct of function pointers. */
export function tableDefinition(cName: string, tag: string, doc: string, rows: readonly CFunction[]): string {
  const members = rows.map(
    (row) => `${comment(description(row), '  ')}  ${prototype(row, `(*${row.cName})`)};\n`,
  )
  return `${comment(doc)}typedef struct ${tag} {\n${members.join('')}} ${cName};\n`
}

export function tablesHeader(
  file: string,
  source: string,
  includes: readonly string[],
  tables: readonly FunctionTable[],
): string {
  const definitions = tables.map(({ cName, tag, doc, rows }) => tableDefinition(cName, tag, doc, rows))
  return header(file, source, includes, definitions.join('\n'))
}
