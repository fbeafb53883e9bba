/**
 * What Metamod's two configuration files have in common: a statement a line, blank lines and comments skipped, and an
 * editor's byte order mark or Windows line ends taken no notice of. A bad line never stops the good ones. The core reads
 * config.ini by the same rules (native-bridge/core/game_config.cc), so a blank is here what it is in C.
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
const blanks = ' \t\v\f'

/** The statements of a configuration file. A comment takes a whole line, because paths may hold any of its signs. */
export function iniLines(text: string): IniLine[] {
  return text
    .replace(byteOrderMark, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: withoutBlanks(line) }))
    .filter((line) => line.text !== '' && !comment.test(line.text))
}

/** Without the blanks at both ends. Not `trim`, which also takes what is part of a name in C. */
function withoutBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && blanks.includes(text.charAt(start))) start += 1
  while (end > start && blanks.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** The first word of a statement, and the rest without the blanks between. */
export function splitWord(text: string): readonly [word: string, rest: string] {
  let end = 0
  while (end < text.length && !blanks.includes(text.charAt(end))) end += 1
  return [text.slice(0, end), withoutBlanks(text.slice(end))]
}

/** In lower case, if the letters are those of our own words; others only look like them. */
export function lowerCase(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Why no text can be read out of a line; null where it can. */
export function whyNoText(line: string): string | null {
  return line.includes('\0') ? 'has a NUL byte in it, so it is no text; save the file as UTF-8' : null
}

// What a decoder writes for bytes that are not UTF-8.
const replacement = '\uFFFD'

/** Why a value cannot be the name of a file; null where it can. */
export function whyNoPath(path: string): string | null {
  if (!path.includes(replacement)) return null
  return `the path '${path}' has bytes in it that are not UTF-8; save the file as UTF-8, or rename what it names`
}

/** A text that begins with a double quote: what is in the quotes and what follows them. Null where they are not closed. */
export function readQuoted(text: string): readonly [inside: string, rest: string] | null {
  const end = text.indexOf('"', 1)
  return end < 0 ? null : [text.slice(1, end), text.slice(end + 1)]
}
