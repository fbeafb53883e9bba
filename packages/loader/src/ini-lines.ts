/**
 * What Metamod's two configuration files have in common: a statement a line, blank lines and comments skipped, and an
 * editor's byte order mark or Windows line ends taken no notice of. A bad line never stops the good ones.
 */

/** A line that says something, with the number an editor shows for it. */
export interface IniLine {
  readonly number: number
  readonly text: string
}

/** What is wrong with a line, and what to write instead. */
export interface IniProblem {
  readonly line: number
  readonly message: string
}

const byteOrderMark = /^\uFEFF/
const comment = /^(#|;|\/\/)/

/** The statements of a configuration file. A comment takes a whole line, because paths may hold any of its signs. */
export function iniLines(text: string): IniLine[] {
  return text
    .replace(byteOrderMark, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !comment.test(line.text))
}
