/** A user message of the game's as a listener is given it, and what a listener may answer. */
import type { Entity } from '../raw/entity.js'
import type { MessageDest, MetaResult } from '../raw/generated/enums.js'
import type { Handled, Override, Supercede } from '../raw/hook.js'
import type { Vec3 } from '../raw/vec3.js'
import type { MessagePart, MessageValue } from './message-part.js'
import type { MessagePlayer } from './message-target.js'

/**
 * One user message of the game's, with all that was written into it. It is a copy, and may be kept.
 *
 * @native enginefuncs_t.pfnMessageBegin, pfnMessageEnd
 */
export interface UserMessage {
  /** As it was registered, such as `TextMsg`; the engine's own have names such as `svc_temp_entity`. */
  readonly name: string
  /** Its number, 1..255; the engine's own are below 64. */
  readonly id: number
  /** To whom it goes. */
  readonly dest: MessageDest
  /** Where it happens, in world units; null where the game did not say. */
  readonly origin: Vec3 | null
  /** The player it is for; null for a message to several. */
  readonly player: Entity | null
  /** The values, in the order in which they were written. */
  readonly args: readonly MessageValue[]
  /** The same with their kinds. */
  readonly parts: readonly MessagePart[]
  /** The strongest answer so far, of the listeners that were called before. */
  readonly status: MetaResult
}

/**
 * What the parts of a message are to be: each a value alone, which then has the kind of the part in its place, or a pair of
 * kind and value. There may be more of them than before, or fewer; further ones have to be pairs.
 */
export type MessageArguments = readonly (MessageValue | MessagePart)[]

/** What a listener changes in a message; what is left out stays as it is. */
export interface MessageChange {
  /** All parts, as in {@link MessageArguments}. */
  readonly args?: MessageArguments
  /** To whom it goes. */
  readonly dest?: MessageDest
  /** Where it happens, in world units; null for nowhere. */
  readonly origin?: Vec3 | null
  /** The player it is for; null for all. Without a `dest` this alone changes who gets it. */
  readonly player?: MessagePlayer | null
}

/**
 * What a listener of a message returns: nothing or `handled()` to let it pass, `override(args)` or
 * `override({ args, dest, origin, player })` to change it, `supercede()` to keep it from being sent.
 */
export type MessageAnswer =
  Handled | Override<MessageArguments> | Override<MessageChange> | Supercede<undefined> | Supercede<void>

/** Called for each message of a kind that the game sends. It must answer before it returns. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- A listener declared as returning void is fine too.
export type MessageListener = (message: UserMessage) => MessageAnswer | undefined | void
