/** A call's arguments as the log shows them: `name=Bob address=loopback`, by the names that they have in the SDK. */
import { Entity, type HookEvent } from '@csr/metamod-sdk'

import type { Routine } from './routines.js'

type CallEvent = Readonly<Record<string, unknown>> & HookEvent

/** What goes into a call. */
export function describeArguments({ callee }: Routine, event: CallEvent): string {
  return join(callee.parameters.filter(({ isInput }) => isInput).map(({ name }) => pair(name, event[name])))
}

/** What came out of a call: the result, and for whom. Nothing for a function that gives nothing back. */
export function describeResult({ callee }: Routine, event: CallEvent): string {
  const { parameters, hasResult } = callee
  if (!hasResult && !parameters.some(({ isOutput }) => isOutput)) return ''
  const given = join(parameters.map(({ name }) => pair(name, event[name])))
  if (!hasResult) return given
  const result = `returning ${text(event.overriding ?? event.original)}`
  return given === '' ? result : `${given}, ${result}`
}

/** A struct of more fields than this would fill the line, and is only named. */
const mostFields = 6

function pair(name: string, value: unknown): string {
  if (!isStruct(value)) return `${name}=${text(value)}`
  const fields = Object.entries(value.toJSON())
  if (fields.length > mostFields) return `${name}=${value.constructor.name}`
  return join(fields.map(([field, content]) => `${field}=${text(content)}`))
}

/** A vector's numbers; of a list of structs how many there are. */
function listText(values: readonly unknown[]): string {
  const [first] = values
  return isStruct(first) ? `${values.length} ${first.constructor.name}` : values.map(text).join(' ')
}

/** An entity is called by its player's name, or else by its class. */
function text(value: unknown): string {
  if (value === null || value === undefined) return '(null)'
  if (value instanceof Entity) return entityText(value)
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (Array.isArray(value)) return listText(value)
  // A line of the log has to stay one.
  if (typeof value === 'string') return value.replaceAll(/[\r\n]+/g, ' ')
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3)
  // A pointer of the engine's tells no more than to what.
  return typeof value === 'object' && 'type' in value ? String(value.type) : value.constructor.name
}

function entityText(entity: Entity): string {
  if (!entity.isValid) return `#${entity.index}`
  const { className, netName } = entity.vars
  if (entity.isPlayer && netName !== '') return netName
  return className === '' ? `#${entity.index}` : className
}

const join = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ')

function isStruct(value: unknown): value is { toJSON(): object } {
  return typeof value === 'object' && value !== null && !(value instanceof Entity) && 'toJSON' in value
}
