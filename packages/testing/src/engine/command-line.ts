/** Console text: parted into lines, and a line into words, as GoldSrc does both. */

export interface CommandLine {
  readonly words: readonly string[]
  /** Everything after the first word, as typed. */
  readonly rest: string
}

export const mostWords = 80
export const longestLine = 1023

/** Lines are parted by newlines, and by `;` outside of quotes. */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  let line = ''
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    if (character === '\n' || character === '\r' || (character === ';' && !isQuoted)) {
      if (line !== '') lines.push(line)
      line = ''
      if (character !== ';') isQuoted = false
    } else {
      line += character
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** @param complain - Told what was left out of a line that is too long. */
export function tokenize(line: string, complain: (text: string) => void): CommandLine {
  const bytes = Buffer.byteLength(line)
  if (bytes > longestLine) complain(`command line: longer than ${longestLine} bytes; the rest is left out`)
  const text = bytes > longestLine ? Buffer.from(line).subarray(0, longestLine).toString() : line
  const words: string[] = []
  let rest = ''

  const word = /[\x00-\x20]*(?:(\/\/.*)|"([^"]*)"?|([^\x00-\x20"]+))/sy
  for (let match = word.exec(text); match !== null && match[1] === undefined; match = word.exec(text)) {
    if (words.length === mostWords) {
      complain(`${words[0] ?? ''}: more than ${mostWords} words; the rest is left out`)
      break
    }
    words.push(match[2] ?? match[3] ?? '')

    if (words.length === 1) rest = text.slice(word.lastIndex).replace(/^[\x00-\x20]+/, '')
  }
  return { words, rest }
}
