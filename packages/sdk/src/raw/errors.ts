/**
 * Every error this package throws, and the one grammar they share: `emitSound: volume must be 0..1, got 2`.
 * Wrong arguments are JavaScript's own TypeError and RangeError; everything else is a {@link MetamodError} whose `code`
 * a program may rely on while the wording may improve.
 */

/** What a {@link MetamodError} is about; stable across versions. */
export type MetamodErrorCode =
  | 'COMMAND_TAKEN'
  | 'CVAR_TAKEN'
  | 'ENTITY_CLASS_TAKEN'
  | 'EVENT_EXPIRED'
  | 'INVALID_PLUGIN'
  | 'MESSAGE_OPEN'
  | 'NOT_IN_SERVER'
  | 'PLAYER_LEFT'
  | 'PLAYER_NOT_FOUND'
  | 'PLUGIN_UNLOADED'
  | 'STALE_ENTITY'
  | 'UNAVAILABLE'

/** An error that is not about a wrong argument. Test `code`, not the message. */
export class MetamodError extends Error {
  /** Names the kind of failure; see {@link MetamodErrorCode}. */
  readonly code: MetamodErrorCode

  constructor(code: MetamodErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

/** Thrown when an entity handle is used after the engine freed or reused the entity's slot. */
export class StaleEntityError extends MetamodError {
  /** The slot the entity had. */
  readonly index: number

  /** @param what - The parameter that it was given as; none where its own fields were read or written. */
  constructor(place: string, index: number, what?: string) {
    const whose = what === undefined ? `entity ${index}` : `${what} is entity ${index}, which`
    super(
      'STALE_ENTITY',
      `${place}: ${whose} was freed since you got it; test entity.isValid, or look it up again with plugin.entity(${index})`,
    )
    this.index = index
  }
}

/** Throws the error of an event that was used too late. */
export function expired(place: string): never {
  throw new MetamodError(
    'EVENT_EXPIRED',
    `${place}: this event is over; read what you need before the hook returns`,
  )
}

/**
 * Makes the error for a value of the right type outside its range.
 *
 * @param place - The function, such as `emitSound`.
 * @param what - The parameter or field, such as `volume`.
 * @param expected - The range in words, such as `0..1`.
 */
export function outOfRange(place: string, what: string, expected: string, got: unknown): RangeError {
  return new RangeError(`${place}: ${what} must be ${expected}, got ${describe(got)}`)
}

/**
 * Makes the error for a value of the wrong type.
 *
 * @param place - The function, such as `emitSound`.
 * @param what - The parameter or field, such as `volume`.
 * @param expected - The type in words, such as `a finite number`.
 */
export function wrongType(place: string, what: string, expected: string, got: unknown): TypeError {
  return new TypeError(`${place}: ${what} must be ${expected}, got ${describe(got)}`)
}

const longestQuote = 60

/** A value as an error message shows it: short, on one line, and never failing itself. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value)
    case 'function':
      return value.name === '' ? 'a function' : `function ${value.name}`
    case 'object':
      return value === null ? 'null' : describeObject(value)
    case 'bigint':
      return `${value}n`
    default:
      return String(value)
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value))
    return value.length > 4 ? `an array of ${value.length}` : `[${value.map(describe).join(', ')}]`
  const { constructor }: { constructor?: unknown } = value
  if (typeof constructor !== 'function' || constructor === Object || constructor.name === '')
    return 'an object'
  return `an object of class ${constructor.name}`
}
