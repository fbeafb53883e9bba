/**
 * Text for a player, cut to what the way to the client takes. All of it waits in the client's reliable buffer, which holds
 * less than 4,000 bytes: the engine drops a client that is sent more at once.
 */
const encoder = new TextEncoder()

/** What one call of a print method may leave in the buffer. */
const mostAtOnce = 2000
/** Engines format console text in a buffer of 1,024 bytes. */
const consolePiece = 900
/** A user message has 192 bytes: one for the speaker, the text, and the zero byte at its end. */
const chatPiece = 190
/** As many lines as the chat of the Half-Life client shows. */
const mostChatLines = 5
const centerPiece = 900
const ellipsis = '…'

const sizeOf = (text: string): number => encoder.encode(text).length

/** What of a text fits into `most` bytes of UTF-8, never half a character. */
export function cut(text: string, most: number): string {
  if (sizeOf(text) <= most) return text
  const room = most - sizeOf(ellipsis)
  let end = 0
  let size = 0
  for (const character of text) {
    size += sizeOf(character)
    if (size > room) break
    end += character.length
  }
  return text.slice(0, end) + ellipsis
}

/** The pieces in which a text goes to a client's console; the last one ends its line. */
export function consolePieces(text: string): string[] {
  const line = text.endsWith('\n') ? text.slice(0, -1) : text
  return pieces(`${cut(line, mostAtOnce)}\n`, consolePiece)
}

/** The lines in which a text goes to the chat, each at most 190 bytes with its newline. */
export function chatLines(text: string): string[] {
  // Five lines hold less than half of that, so what is cut here would not be shown.
  const lines = cut(text.replace(/\n$/, ''), mostAtOnce)
    .split('\n')
    .flatMap((line) => wrap(line, chatPiece - 1))
  const shown = lines.slice(0, mostChatLines)
  const last = shown.at(-1)
  if (lines.length > shown.length && last !== undefined) {
    shown[shown.length - 1] = cut(`${last} ${ellipsis}`, chatPiece - 1)
  }
  return shown.map((line) => `${line}\n`)
}

/** A text for the middle of the screen. */
export const centerText = (text: string): string => cut(text, centerPiece)

/** Cuts anywhere, because the client puts the pieces together again. */
function pieces(text: string, most: number): string[] {
  const all: string[] = []
  let piece = ''
  let size = 0
  for (const character of text) {
    const bytes = sizeOf(character)
    if (size + bytes > most) {
      all.push(piece)
      piece = ''
      size = 0
    }
    piece += character
    size += bytes
  }
  return [...all, piece]
}

/** Cuts between words, or within one that is longer than a line. */
function wrap(line: string, most: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (sizeOf(longer) <= most) {
      current = longer
      continue
    }
    if (current !== '') lines.push(current)
    const parts = pieces(word, most)
    lines.push(...parts.slice(0, -1))
    current = parts.at(-1) ?? ''
  }
  return [...lines, current]
}
