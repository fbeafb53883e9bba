/** To whom a message goes, and how surely: what authors say of it, and the engine's number for that. */
import { indexOfEntity } from '../raw/entity.js'
import { Entity } from '../raw/entity.js'
import { outOfRange, wrongType } from '../raw/errors.js'
import { MessageDest } from '../raw/generated/enums.js'
import { record, vector, wholeNumber, claim } from '../raw/checks.js'
import type { Vec3 } from '../raw/vec3.js'

/** A player as a message's target: its entity, or any object that has one. */
export type MessagePlayer = Entity | { readonly entity: Entity }

/** To whom a message of a plugin's goes. */
export interface MessageTarget {
  /** The player it is for; all players if null or left out. */
  readonly to?: MessagePlayer | null
  /**
   * Whether it is sent again until it arrives. True if left out; with an `area` false, as is the custom for effects. What
   * is not reliable is left out when a packet is full.
   */
  readonly reliable?: boolean
  /** Where it happens, in world units; null if left out. */
  readonly origin?: Vec3 | null
  /** Only players who can see (`'pvs'`) or hear (`'pas'`) the origin get it; all if left out. */
  readonly area?: 'pvs' | 'pas'
  /** The engine's own number, in place of `reliable` and `area`: for `MessageDest.Init` and `MessageDest.Spec`. */
  readonly dest?: MessageDest
}

/** What the engine is given of it. */
export interface ResolvedTarget {
  readonly dest: MessageDest
  readonly origin: Vec3 | null
  readonly player: Entity | null
}

/** The entity of a player that an author gave; null for none. */
export function playerOf(given: unknown, place: string, what: string): Entity | null {
  if (given === undefined || given === null) return null
  const entity: unknown = given instanceof Entity ? given : (given as { readonly entity?: unknown }).entity
  if (!(entity instanceof Entity)) throw wrongType(place, what, 'a player, or null for all', given)
  indexOfEntity(entity, place, what)
  if (!entity.isPlayer) throw outOfRange(place, what, 'a player, or null for all', entity)
  return entity
}

const isForOne = (dest: number): boolean => dest === MessageDest.One || dest === MessageDest.OneUnreliable

const needsOrigin = (dest: number): boolean =>
  dest === MessageDest.Pvs ||
  dest === MessageDest.Pas ||
  dest === MessageDest.PvsR ||
  dest === MessageDest.PasR

/** Throws where destination, player and origin do not go together, over which engines end the server. */
export function checkTarget({ dest, origin, player }: ResolvedTarget, place: string): void {
  if (isForOne(dest) && player === null) {
    throw new RangeError(`${place}: a message to one player must name the player; set to`)
  }
  if (!isForOne(dest) && player !== null) {
    throw new RangeError(
      `${place}: a message to one player has no other destination, got ${dest}; leave out dest and area, or the player`,
    )
  }
  if (needsOrigin(dest) && origin === null) {
    throw new RangeError(`${place}: a message for those near a place must say where that is; set origin`)
  }
}

/** Tests a destination by number. */
export const checkDest = (value: unknown, place: string): MessageDest =>
  wholeNumber(value, MessageDest.Broadcast, MessageDest.Spec, place, 'dest') as MessageDest

/** Tests what an author says of a message's target. */
export function resolveTarget(given: unknown, place: string): ResolvedTarget {
  const target: MessageTarget = record(given, place, 'the target')
  // As a target without a player of its own it would send to all what is meant for one.
  if (given instanceof Entity || 'entity' in target)
    throw wrongType(place, 'the target', 'an object such as { to: player }', given)
  const player = playerOf(target.to, place, 'to')
  const origin = target.origin ?? null
  if (origin !== null) vector(origin, place, 'origin')
  const dest = target.dest === undefined ? destOf(target, player, place) : checkDest(target.dest, place)
  const resolved = { dest, origin, player }
  checkTarget(resolved, place)
  return resolved
}

function destOf({ area, reliable }: MessageTarget, player: Entity | null, place: string): MessageDest {
  if (reliable !== undefined) claim(reliable, place, 'reliable')
  if (area !== undefined) {
    // Plain JavaScript may give any text.
    if (!['pvs', 'pas'].includes(area)) throw outOfRange(place, 'area', "'pvs' or 'pas'", area)
    if (area === 'pvs') return reliable === true ? MessageDest.PvsR : MessageDest.Pvs
    return reliable === true ? MessageDest.PasR : MessageDest.Pas
  }
  if (player !== null) return reliable === false ? MessageDest.OneUnreliable : MessageDest.One
  return reliable === false ? MessageDest.Broadcast : MessageDest.All
}
