/** What a player was sent or shown, in the order in which it came. */
import { MessageDest, type Vec3 } from '@csr/metamod-sdk'

import type { Seen } from '../engine/client.js'

/** A text on the player's screen or in the player's console. */
export interface ReceivedPrint {
  readonly kind: 'print'
  readonly to: 'console' | 'chat' | 'center'
  /** As it was sent, its newline included. */
  readonly text: string
}

/** A network message, the game's or the engine's. */
export interface ReceivedMessage {
  readonly kind: 'message'
  /** As the game registered it, such as `SayText`; the engine's own begin with `svc_`. */
  readonly name: string
  /** One of `MessageDest`, by name. */
  readonly dest: keyof typeof MessageDest
  readonly origin: Vec3 | null
  /** What was written into it, in order. */
  readonly args: readonly (number | string)[]
}

/** A command line that the server has the player's client type. */
export interface ReceivedCommand {
  readonly kind: 'command'
  readonly text: string
}

/** The end of the connection: the player left, or was kicked. */
export interface ReceivedDrop {
  readonly kind: 'dropped'
  readonly reason: string
}

export type Received = ReceivedPrint | ReceivedMessage | ReceivedCommand | ReceivedDrop

export function receivedFrom(seen: Seen, nameOf: (id: number) => string): Received {
  if (seen.kind !== 'message') return seen
  const { type, dest, origin, parts } = seen.message
  const name = Object.entries(MessageDest).find(([, value]) => value === dest)?.[0] ?? 'One'
  return {
    kind: 'message',
    name: nameOf(type),
    dest: name as keyof typeof MessageDest,
    origin,
    args: parts.map(({ value }) => value),
  }
}

/** All texts in it, for those who look for one. */
export function textsIn(received: Received): readonly string[] {
  if (received.kind === 'message')
    return received.args.filter((value): value is string => typeof value === 'string')
  return [received.kind === 'dropped' ? received.reason : received.text]
}
