/**
 * Fills in a template library. A field of a template is a C string of 511 characters, `@METAMOD:name@` and dots, so a
 * value of up to that length fits without moving anything else in the file: no linker is needed where plugins run. The
 * string may be a constant of the program or the name of a library that it depends on.
 */
import { Buffer } from 'node:buffer'

/** With the NUL that ends it. */
const fieldSize = 512
const fieldPattern = /@METAMOD:([a-z]+)@\.*\0/g

/**
 * The library with a value in each of its fields.
 *
 * @param template - The bytes of the template; they stay as they are.
 * @param fields - Exactly the template's fields, each with a text of 1 to 511 bytes in UTF-8.
 * @throws TypeError if the template has other fields than these, or one of them twice.
 * @throws RangeError for a value that does not fit.
 */
export function stampTemplate(template: Uint8Array, fields: Readonly<Record<string, string>>): Uint8Array {
  const places = findFields(template)
  for (const name of Object.keys(fields))
    if (!places.has(name)) throw new TypeError(`stampTemplate: the template has no field '${name}'`)

  const stamped = Uint8Array.from(template)
  for (const [name, place] of places) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (value === undefined)
      throw new TypeError(`stampTemplate: the template's field '${name}' needs a value`)
    stamped.set(encodeField(name, value), place)
  }
  return stamped
}

/** Where each field of the template begins. */
function findFields(template: Uint8Array): Map<string, number> {
  // One character for each byte, so that an index into the text is one into the file.
  const text = Buffer.from(template.buffer, template.byteOffset, template.byteLength).toString('latin1')
  const places = new Map<string, number>()
  for (const { 0: field, 1: name = '', index } of text.matchAll(fieldPattern)) {
    // Anything shorter is some text of the program that happens to look like one.
    if (field.length !== fieldSize) continue
    if (places.has(name)) throw new TypeError(`stampTemplate: the template has the field '${name}' twice`)
    places.set(name, index)
  }
  return places
}

function encodeField(name: string, value: string): Uint8Array {
  const text = Buffer.from(value, 'utf8')
  const room = fieldSize - 1
  if (text.length === 0 || text.length > room)
    throw new RangeError(`stampTemplate: ${name} must be 1..${room} bytes of UTF-8, got ${text.length}`)
  if (text.includes(0))
    throw new RangeError(
      `stampTemplate: ${name} must be without NUL characters, got ${JSON.stringify(value)}`,
    )
  return Buffer.concat([text, Buffer.alloc(fieldSize - text.length)])
}
