/** Network messages: written between MessageBegin and MessageEnd, then given to the clients that would get them. */
import { MessageDest, type Vec3 } from '@csr/metamod-sdk'
import type { MessagePart } from '@csr/metamod-sdk/host'

import type { Client } from './client.js'
import type { Engine } from './engine.js'
import { engineMessages } from './message-names.js'

export interface Message {
  readonly dest: number
  readonly type: number
  readonly origin: Vec3 | null
  readonly parts: MessagePart[]
}

interface UserMessage {
  readonly name: string
  /** Bytes after the id; -1 if it differs from message to message. */
  readonly size: number
}

const firstId = 64
const lastId = 255
const longestName = 11
export const mostBytes = 192
const textAtCenter = 4

const partBytes = { byte: 1, char: 1, angle: 1, short: 2, coord: 2, entity: 2, long: 4 } as const

/** What a message takes on the wire. */
export function bytesOf({ parts }: Message): number {
  return parts.reduce(
    (sum, part) => sum + (part.type === 'string' ? Buffer.byteLength(part.value) + 1 : partBytes[part.type]),
    0,
  )
}

const needsReceiver = (dest: number): boolean =>
  dest === MessageDest.One || dest === MessageDest.OneUnreliable

/** Messages that games and plugins name themselves. Ids last for the life of the engine. */
export class UserMessages {
  readonly #messages: UserMessage[] = []

  /** The id, also of a name that is there already; 0 if there is no room, or name or size are out of bounds. */
  add(name: string, size: number): number {
    if (name === '' || Buffer.byteLength(name) > longestName || size > mostBytes || size < -1) return 0
    const known = this.#messages.findIndex((message) => message.name === name)
    if (known >= 0) return firstId + known
    if (firstId + this.#messages.length > lastId) return 0
    return firstId + this.#messages.push({ name, size }) - 1
  }

  find(id: number): UserMessage | null {
    return this.#messages[id - firstId] ?? null
  }

  nameOf(type: number): string {
    return engineMessages[type] ?? this.find(type)?.name ?? `message ${type}`
  }
}

export class MessageWriter {
  readonly #engine: Engine
  #open: { readonly message: Message; readonly only: number } | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** @param only - The entity of the one client that gets it; -1 for none. */
  begin(dest: number, type: number, origin: Vec3 | null, only: number): void {
    const engine = this.#engine
    const nameOf = (id: number): string => engine.userMessages.nameOf(id)
    if (this.#open !== null) {
      const was = nameOf(this.#open.message.type)
      this.#open = null
      engine.sysError(
        `MessageBegin: ${nameOf(type)} was begun before ${was} was ended; call MessageEnd first`,
      )
    } else if (type <= 0 || type > lastId) {
      engine.sysError(`MessageBegin: type must be 1..${lastId}, got ${type}`)
    } else if (needsReceiver(dest) && only < 0) {
      engine.sysError(`MessageBegin: ${nameOf(type)} to one client names no client; pass its edict`)
    } else if (!needsReceiver(dest) && only >= 0) {
      engine.sysError(`MessageBegin: ${nameOf(type)} to many names one client; use MSG_ONE or pass NULL`)
    } else {
      this.#open = { message: { dest, type, origin, parts: [] }, only }
    }
  }

  write(place: string, part: MessagePart): void {
    this.#openFor(place)?.message.parts.push(part)
  }

  end(): void {
    const open = this.#openFor('MessageEnd')
    if (open === null) return
    this.#open = null
    const engine = this.#engine
    const { message, only } = open
    const registered = engine.userMessages.find(message.type)
    const bytes = bytesOf(message)
    const name = engine.userMessages.nameOf(message.type)
    if (registered === null && message.type >= firstId)
      engine.sysError(`MessageEnd: message type ${message.type} was never registered; call RegUserMsg first`)
    else if (registered !== null && registered.size !== -1 && registered.size !== bytes)
      engine.sysError(`MessageEnd: ${name} holds ${bytes} bytes, registered with ${registered.size}`)
    else if (registered !== null && bytes > mostBytes)
      engine.hostError(`MessageEnd: ${name} holds ${bytes} bytes, the limit is ${mostBytes}`)
    else this.deliver(message, only)
  }

  /** Sends to one client, or by `dest` to all. */
  deliver(message: Message, only = -1): void {
    const { clients } = this.#engine
    if (only >= 0) {
      const client = clients.of(only)
      client?.receive(message)
      if (client !== null) this.#show(client, message)
      return
    }
    for (const client of clients.all)
      if (client.isSpawned && (message.dest !== MessageDest.Spec || client.isSpectator))
        client.receive(message)
  }

  /**
   * Chat and notices are a number, the speaker or the place, and a text. Those of one client only are printed, because nobody
   * else looks at its screen; what goes to all the game prints itself, once.
   */
  #show(client: Client, { type, parts }: Message): void {
    const { console, userMessages } = this.#engine
    const name = userMessages.nameOf(type)
    const [number, text] = parts
    if (
      client.isBot ||
      (name !== 'SayText' && name !== 'TextMsg') ||
      text?.type !== 'string' ||
      text.value === ''
    )
      return
    const where = name === 'TextMsg' && number?.value === textAtCenter ? 'center: ' : ''
    console.line(`${client.name} sees: ${where}${text.value.replace(/\n+$/, '')}`)
  }

  #openFor(place: string): { readonly message: Message; readonly only: number } | null {
    if (this.#open === null) this.#engine.sysError(`${place}: no message is open; call MessageBegin first`)
    return this.#open
  }
}
