/**
 * The tests that every value passes on its way from JavaScript to C. Each returns the value in the form it is stored in,
 * or throws; `place` and `what` name the function and the parameter for the message.
 */
import { describe, outOfRange, wrongType } from './errors.js'
import { isVec3 } from './vec3.js'
import type { Vec3 } from './vec3.js'

/** A whole number within the given limits. */
export function wholeNumber(value: unknown, low: number, high: number, place: string, what: string): number {
  if (typeof value !== 'number') throw wrongType(place, what, `a whole number ${low}..${high}`, value)
  if (!Number.isInteger(value) || value < low || value > high) {
    throw outOfRange(place, what, `a whole number ${low}..${high}`, value)
  }
  return value
}

/** A number that is neither infinite nor NaN, both of which spread through the engine's arithmetic. */
export function finiteNumber(value: unknown, place: string, what: string): number {
  if (typeof value !== 'number') throw wrongType(place, what, 'a finite number', value)
  if (!Number.isFinite(value)) throw outOfRange(place, what, 'a finite number', value)
  return value
}

/** A boolean; 0 and 1 are refused, because whoever writes them is thinking of another parameter. */
export function claim(value: unknown, place: string, what: string): number {
  if (typeof value !== 'boolean') throw wrongType(place, what, 'a boolean', value)
  return value ? 1 : 0
}

/** A single character of Latin-1, as C's `char` holds it. */
export function character(value: unknown, place: string, what: string): number {
  if (typeof value !== 'string') throw wrongType(place, what, 'a one-character string', value)
  const code = value.charCodeAt(0)
  if (value.length !== 1 || code > 255) throw outOfRange(place, what, 'one character of Latin-1', value)
  return code
}

/** A string without zero characters, which would end it early in C. */
export function text(value: unknown, place: string, what: string): string {
  if (typeof value !== 'string') throw wrongType(place, what, 'a string', value)
  if (value.includes('\0')) throw outOfRange(place, what, 'a string without zero characters', value)
  return value
}

/** Like {@link text}, where C may be given NULL. */
export function textOrNull(value: unknown, place: string, what: string): string | null {
  if (value === null) return null
  if (typeof value !== 'string') throw wrongType(place, what, 'a string or null', value)
  return text(value, place, what)
}

/** Memory of the caller's that C reads or fills during the call. */
export function buffer(value: unknown, place: string, what: string): Uint8Array | Int32Array {
  if (value instanceof Uint8Array || value instanceof Int32Array) return value
  throw wrongType(place, what, 'a Uint8Array or Int32Array', value)
}

/** Three finite numbers. */
export function vector(value: unknown, place: string, what: string): Vec3 {
  if (!isVec3(value)) throw wrongType(place, what, 'a Vec3 of three finite numbers', value)
  return value
}

/** A typed array of exactly `count` bytes. */
export function byteBlock(value: unknown, count: number, place: string, what: string): Uint8Array {
  if (!(value instanceof Uint8Array)) throw wrongType(place, what, `a Uint8Array of ${count} bytes`, value)
  if (value.length !== count) {
    throw new RangeError(
      `${place}: ${what} must be a Uint8Array of ${count} bytes, got one of ${value.length}`,
    )
  }
  return value
}

/** The value of an answer to a function that returns nothing. */
export function noValue(value: unknown, place: string): void {
  if (value === undefined) return
  throw new TypeError(
    `${place}: returns nothing, so override() and supercede() take no value here, got ${describe(value)}`,
  )
}

/** An object whose properties are the fields of a struct. */
export function record(value: unknown, place: string, what: string): object {
  if (typeof value !== 'object' || value === null) throw wrongType(place, what, 'an object', value)
  return value
}

/** A pointer of the wanted kind, or null. The bridge tests it once more by a tag that JavaScript cannot forge. */
export function pointerOf(type: string, value: unknown, place: string, what: string): object | null {
  if (value === null) return null
  const isPointer = typeof value === 'object' && 'type' in value
  if (!isPointer) throw wrongType(place, what, `a Pointer of type ${type}, or null`, value)
  if (value.type === type) return value
  throw new TypeError(
    `${place}: ${what} must be a Pointer of type ${type}, got one of type ${describe(value.type)}`,
  )
}
