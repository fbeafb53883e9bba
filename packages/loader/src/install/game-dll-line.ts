/**
 * The line of liblist.gam or gameinfo.txt that tells the engine which library the game is. Everything else in the file
 * stays as it is, to the byte: its line ends, its tabs, and its letters in whatever encoding they are.
 */
import { InstallError } from './install-error.js'

export interface GameDllLine {
  /** The whole line as it stands in the file, without its end; null where the file has none. */
  readonly text: string | null
  /** The library that it names, or that the engine would take without it. */
  readonly library: string
}

// One byte is one character, so that a file in an old code page comes back as it was.
export const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const encode = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const statement = (key: string): RegExp =>
  new RegExp(`^[ \\t]*"?${key}"?[ \\t]+(?:"([^"\\r\\n]*)"|([^\\s"]+)).*$`, 'gim')

/** @throws InstallError where the file names two libraries. */
export function findGameDllLine(content: Uint8Array, file: string): GameDllLine {
  const text = decode(content)
  const [first, second] = [...text.matchAll(statement('gamedll_linux'))]
  if (second !== undefined) {
    throw new InstallError(
      `${file}: has more than one line 'gamedll_linux'; leave the one that names the game DLL`,
    )
  }
  if (first !== undefined)
    return { text: first[0].replace(/[ \t]+$/, ''), library: slashed(first[1] ?? first[2] ?? '') }
  const [windows] = [...text.matchAll(statement('gamedll'))]
  const named = windows?.[1] ?? windows?.[2] ?? 'dlls/hl.dll'
  return { text: null, library: slashed(named).replace(/\.[^./]*$/, '.so') }
}

export const gameDllStatement = (library: string): string => `gamedll_linux "${library}"`

/** The file with one line in the place of another, or at its end where `before` is null. */
export function replaceLine(content: Uint8Array, before: string | null, after: string): Uint8Array {
  const text = decode(content)
  if (before !== null) return encode(text.replace(wholeLine(before), () => after))
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = text === '' || text.endsWith('\n') ? '' : end
  return encode(`${text}${gap}${after}${end}`)
}

/** The file with a line taken out or put back to what it was; null where it does not have the line. */
export function undoLine(content: Uint8Array, before: string | null, after: string): Uint8Array | null {
  const text = decode(content)
  const line = sameStatement(after)
  if (!line.test(text)) return null
  if (before !== null) return encode(text.replace(line, () => before))
  return encode(text.replace(new RegExp(`${line.source}(?:\\r?\\n)?`, 'im'), ''))
}

/** The number an editor shows for a line. */
export function lineNumber(content: Uint8Array, line: string): number {
  return (
    decode(content)
      .split('\n')
      .findIndex((text) => text.trimEnd() === line.trimEnd()) + 1
  )
}

function wholeLine(line: string): RegExp {
  return new RegExp(`^${escaped(line)}[ \\t]*(?=\\r?$)`, 'm')
}

/** A line `KEY VALUE` also where somebody has given it other blanks or quotes since, or a comment. */
function sameStatement(line: string): RegExp {
  const [, key = '', value = ''] = /^(\S+)\s+"?([^"]*)"?$/.exec(line) ?? []
  const statement = `[ \\t]*"?${escaped(key)}"?[ \\t]+"?${escaped(value)}"?`
  return new RegExp(`^${statement}(?:[ \\t/].*)?(?=\\r?$)`, 'im')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const slashed = (path: string): string => path.replaceAll('\\', '/')
