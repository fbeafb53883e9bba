/** Which values are data, and so can be given to code that knows nothing of the classes of the code before. */
import { types } from 'node:util'

import { describe } from './raw/errors.js'

interface Visit {
  /** Where the value is, such as `.bob.entity`. */
  readonly path: string
  readonly value: unknown
}

/**
 * Why a value cannot be handed over, in words that follow its key; null if it can.
 *
 * Walks with a list of its own instead of by recursion: a chain of 100,000 links is data as well.
 */
export function notHandedOver(value: unknown): string | null {
  const seen = new Set<object>()
  const visits: Visit[] = [{ path: '', value }]
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (isPlain(visit.value)) continue
    if (typeof visit.value !== 'object' || visit.value === null) return refusal(visit)
    if (seen.has(visit.value)) continue
    seen.add(visit.value)
    const inside = partsOf(visit.value, visit.path)
    if (inside === null) return refusal(visit)
    for (const part of inside) if (!isPlain(part.value)) visits.push(part)
  }
  return null
}

function isPlain(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value)
}

/** The values in a container; null if it is none that could be handed over. */
function partsOf(value: object, path: string): Visit[] | null {
  if (types.isMap(value)) {
    return [...value].flatMap(([key, inner]) => [
      { path: `${path} (a key)`, value: key },
      { path: `${path}.${nameOf(key)}`, value: inner },
    ])
  }
  if (types.isSet(value))
    return [...value].map((inner: unknown) => ({ path: `${path} (an element)`, value: inner }))
  if (Array.isArray(value) || isRecord(value)) {
    return Object.entries(value).map(([key, inner]: [string, unknown]) => ({
      path: `${path}.${key}`,
      value: inner,
    }))
  }
  return isLeaf(value) ? [] : null
}

function isLeaf(value: object): boolean {
  if (types.isSharedArrayBuffer(value)) return false
  return (
    types.isDate(value) ||
    types.isRegExp(value) ||
    types.isAnyArrayBuffer(value) ||
    types.isBoxedPrimitive(value) ||
    ArrayBuffer.isView(value)
  )
}

/** An object of no class. That of another realm, such as a test runner's, is one as well. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || (!types.isProxy(value) && Object.getPrototypeOf(prototype) === null)
}

function nameOf(key: unknown): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : describe(key)
}

function refusal({ path, value }: Visit): string {
  const where = path === '' ? 'it is' : `${path.replace(/^\./, '')} in it is`
  const [what, cure] = kindOf(value)
  return `${where} ${what}; ${cure}`
}

function kindOf(value: unknown): [what: string, cure: string] {
  if (typeof value !== 'object' || value === null) return [describe(value), 'hand over data only']
  if (types.isPromise(value)) return ['a Promise', 'hand over what it brings']
  const name = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name
  if (name === 'Entity') return ['an Entity', 'hand over its index and serial number, or find it again']
  if (name === 'Player') return ['a Player', 'hand over its authId or userId']
  return [`${describe(value)}, which would lose its class`, 'hand over plain data and make it anew']
}
