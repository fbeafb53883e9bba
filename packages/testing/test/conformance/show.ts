/** Values as both servers would show them: entities by index, pointers by type, numbers as far as 32-bit floats agree. */
import { Entity, MetamodError } from '@csr/metamod-sdk'

/** Of a number: C++ and JavaScript round the last bits of sines and roots in ways of their own. */
const digits = 5

/** A value in one line. */
export function show(value: unknown): string {
  if (value instanceof Entity) return value.isValid ? `entity ${value.index}` : `stale entity ${value.index}`
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Error) return `${value.name}${codeOf(value)}: ${value.message}`
  if (Array.isArray(value)) return array(value)
  if (value instanceof Uint8Array) return `bytes ${value.join(' ')}`
  if (isPointer(value)) return `pointer ${value.type}`
  if (typeof value === 'object' && value !== null) return object(value)
  return String(value)
}

/** A pointer tells its type, and nobody looks behind it. */
function isPointer(value: unknown): value is { readonly type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function number(value: number): string {
  const rounded = Number(value.toPrecision(digits))
  return String(Math.abs(rounded) < 1e-4 ? 0 : rounded)
}

const codeOf = (error: Error): string => (error instanceof MetamodError ? ` ${error.code}` : '')

const isEmpty = (shown: string): boolean => /^(0|""|null|false|\[[0, ]*\]|\{\})$/.test(shown)

/** Of long ones only what is in them, with its place. */
function array(values: readonly unknown[]): string {
  const shown = values.map(show)
  if (values.length <= 4) return `[${shown.join(', ')}]`
  return `[${shown.flatMap((text, index) => (isEmpty(text) ? [] : [`${index}: ${text}`])).join(', ')}]`
}

/** Fields that are 0 or empty are left out: most are. */
function object(value: object): string {
  const plain: unknown = isPlayerMove(value) ? ofMove(value) : toPlain(value)
  if (typeof plain !== 'object' || plain === null) return show(plain)
  const entries = Object.entries(plain).map(([name, field]) => [name, show(field)] as const)
  const shown = entries.filter(([, text]) => !isEmpty(text)).map(([name, text]) => `${name}: ${text}`)
  return shown.length === 0 ? '{}' : `{ ${shown.join(', ')} }`
}

const hasJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function'

function toPlain(value: object): unknown {
  if (hasJson(value)) return value.toJSON()
  return value
}

/** A third of a megabyte, of which a move shows in this much. */
const moveFields = [
  'playerIndex',
  'time',
  'origin',
  'angles',
  'velocity',
  'flags',
  'moveType',
  'onGround',
  'useHull',
  'numPhysEnt',
  'numTouch',
  'cmd',
]

type Fields = Readonly<Record<string, unknown>>

const isPlayerMove = (value: object): value is Fields => 'physEnts' in value

const ofMove = (move: Fields): object => Object.fromEntries(moveFields.map((field) => [field, move[field]]))
