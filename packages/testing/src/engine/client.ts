/** One player's slot. */
import type { UserCmd } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import type { Struct } from './game-dll.js'
import { InfoBuffer, infoBytes } from './info.js'
import { bytesOf, type Message } from './messages.js'
import { newStruct, type RawView } from './raw-view.js'

export interface CvarQuery {
  readonly name: string
  readonly requestId: number | null
}

/** What a client was sent or shown. */
export type Seen =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'print'; readonly to: 'console' | 'center' | 'chat'; readonly text: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'dropped'; readonly reason: string }

const clientCvars = { rate: '20000', cl_updaterate: '60', cl_cmdrate: '60', fps_max: '100' }

export class Client {
  readonly #engine: Engine
  /** Of the entity, from 1. */
  readonly index: number
  state: 'free' | 'connected' | 'spawned' = 'free'
  userId = 0
  isBot = false
  isSpectator = false
  /** Whether it walks about by itself, as those of the native fake engine do. */
  walks = false
  walkYaw = 0
  address = ''
  authIdText: string | null = null
  userInfo: InfoBuffer
  physicsInfo: InfoBuffer
  connectedAt = 0
  viewEntity = 0
  /** Held for the next frame only. */
  buttons = 0
  stuffed = ''
  queries: CvarQuery[] = []
  readonly cvars: Map<string, string>
  listensTo = 0xffffffff
  #command: RawView | null = null
  /** Receives what is sent and shown to the client. */
  onSeen: (seen: Seen) => void = () => undefined

  constructor(engine: Engine, index: number) {
    this.#engine = engine
    this.index = index
    this.userInfo = new InfoBuffer(engine.console, infoBytes.user)
    this.physicsInfo = new InfoBuffer(engine.console, infoBytes.physics)
    this.cvars = new Map(Object.entries(clientCvars))
  }

  /** What its next user command is written into, zeroed. */
  freshCommand(): Struct<UserCmd> {
    this.#command ??= newStruct('usercmd_t', this.#engine.addresses)
    this.#command.$clear()
    return this.#command as Struct<UserCmd>
  }

  /** The next player in the slot, with these very buffers, of which this one keeps copies. */
  successor(): Client {
    const next = new Client(this.#engine, this.index)
    next.userId = this.userId
    next.userInfo = this.userInfo
    next.physicsInfo = this.physicsInfo
    this.userInfo = next.userInfo.copy()
    this.physicsInfo = next.physicsInfo.copy()
    next.userInfo.text = ''
    next.physicsInfo.text = ''
    return next
  }

  get isConnected(): boolean {
    return this.state !== 'free'
  }

  get isSpawned(): boolean {
    return this.state === 'spawned'
  }

  get name(): string {
    return this.userInfo.get('name')
  }

  get authId(): string {
    if (this.isBot) return 'BOT'
    return this.authIdText ?? `STEAM_0:${this.index % 2}:${1000 + this.index}`
  }

  /** As server logs write it. */
  get logName(): string {
    return `"${this.name}<${this.userId}><${this.authId}><>"`
  }

  receive(message: Message): void {
    if (this.isBot) return
    const { console, cvars, userMessages } = this.#engine
    if (cvars.number('sv_showmessages') !== 0)
      console.line(`${this.name} gets ${userMessages.nameOf(message.type)}, ${bytesOf(message)} bytes`)
    this.onSeen({ kind: 'message', message })
  }

  /** Shows a text on the player's screen, and on the server's console, since nobody else looks there. */
  show(to: 'console' | 'center' | 'chat', text: string): void {
    this.onSeen({ kind: 'print', to, text })
    const where = to === 'center' ? 'center: ' : ''
    this.#engine.console.line(`${this.name} sees: ${where}${text.replace(/\n+$/, '')}`)
  }

  /** Has the client type a line; it runs with its next frame. */
  stuff(text: string): void {
    this.onSeen({ kind: 'command', text })
    this.stuffed += `${text}\n`
  }
}
