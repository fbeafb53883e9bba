/**
 * Text that lies in a block of fixed size, ended by a zero byte, as C keeps it inside structs. It is UTF-8; bytes that
 * are not become U+FFFD.
 */
import { outOfRange, wrongType } from './errors.js'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** Reads the text of a block of `size` bytes. */
export function readText(bytes: Uint8Array, offset: number, size: number): string {
  const end = bytes.indexOf(0, offset)
  const limit = offset + size
  return decoder.decode(bytes.subarray(offset, end === -1 || end > limit ? limit : end))
}

/** Writes a text into a block of `size` bytes; throws when it is no text or does not fit. */
export function writeText(
  bytes: Uint8Array,
  offset: number,
  size: number,
  text: unknown,
  place: string,
  what: string,
): void {
  if (typeof text !== 'string') throw wrongType(place, what, 'a string', text)
  const encoded = encoder.encode(text)
  if (encoded.length >= size) throw outOfRange(place, what, `at most ${size - 1} bytes of UTF-8`, text)
  if (encoded.includes(0)) throw outOfRange(place, what, 'a string without zero characters', text)
  bytes.set(encoded, offset)
  bytes.fill(0, offset + encoded.length, offset + size)
}
