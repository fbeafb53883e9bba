/**
 * A few lines of source around a mistake, as an administrator and an author see them in the log:
 *
 * ```
 *   4 |   attach(plugin) {
 * > 5 |     plugin.engine.serverPrint(5)
 *     |                   ^
 *   6 |   },
 * ```
 */

/** Lines and columns count from 1, columns as editors and stacks count them. */
export interface Position {
  readonly line: number
  readonly column: number
}

// Lines of generated code may be as long as a file; what lies around the mistake fits into a console.
const roomForLine = 100

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/

/** The lines around a position; none where the text has no such position, so that it cannot be what was run. */
export function codeFrame(text: string, { line, column }: Position): string[] {
  const lines = text.split(lineBreaks)
  const code = lines[line - 1]
  if (code === undefined || column < 1 || column > code.length + 1 || (code === '' && line === lines.length))
    return []
  const caretAt = visible(code.slice(0, column - 1)).length
  const from = Math.max(0, Math.min(caretAt - roomForLine / 2, visible(code).length + 1 - roomForLine))
  const numberWidth = String(line + 1).length
  const row = (number: number): string[] => {
    const source = lines[number - 1]
    // The end of a file that ends with a line break is no line.
    if (source === undefined || (number === lines.length && source === '')) return []
    const mark = number === line ? '>' : ' '
    return [`${mark} ${String(number).padStart(numberWidth)} | ${cut(visible(source), from)}`.trimEnd()]
  }
  const caret = `  ${' '.repeat(numberWidth)} | ${' '.repeat(caretAt - from)}^`
  return [...row(line - 1), ...row(line), caret, ...row(line + 1)]
}

/** Each letter one place wide, but for tabs, which are the same in every line. */
function visible(source: string): string {
  return source.replaceAll('\t', '    ').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
}

/** The part of a line that is shown, with a mark at each end that is not. */
function cut(source: string, from: number): string {
  const shown = source.slice(from, from + roomForLine)
  const begin = from > 0 && shown !== '' ? `…${shown.slice(1)}` : shown
  return source.length > from + roomForLine ? `${begin.slice(0, -1)}…` : begin
}
