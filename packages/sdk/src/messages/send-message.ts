/**
 * Sends whole messages. All is tested before the engine hears of the message: once it is begun, each mistake would be the
 * end of the map, or of the server.
 */
import type { Calls } from '../call-table.js'
import type { PluginScope } from '../plugin-scope.js'
import type { Bridge, MessagePart as RawPart } from '../raw/bridge.js'
import { MetamodError } from '../raw/errors.js'
import type { Runtime } from '../raw/runtime.js'
import { checkSize, checkWholePart } from './check-part.js'
import { checkWhich } from './message-names.js'
import type { MessageNames } from './message-names.js'
import type { MessagePart } from './message-part.js'
import { resolveTarget } from './message-target.js'
import type { MessageTarget } from './message-target.js'

const place = 'sendMessage'

const writers = {
  byte: 'writeByte',
  char: 'writeChar',
  short: 'writeShort',
  long: 'writeLong',
  angle: 'writeAngle',
  coord: 'writeCoord',
  entity: 'writeEntity',
} as const

export class MessageSender {
  readonly #runtime: Runtime
  readonly #bridge: Bridge
  readonly #engine: Calls['engine']
  readonly #names: MessageNames
  /** The TypeScript plugin that began a message last, call by call; null once it was ended. */
  #opener: { readonly scope: PluginScope; readonly id: number } | null = null

  constructor(runtime: Runtime, engine: Calls['engine'], names: MessageNames) {
    this.#runtime = runtime
    this.#bridge = runtime.bridge
    this.#engine = engine
    this.#names = names
  }

  send(
    scope: PluginScope,
    which: string | number,
    target: MessageTarget,
    parts: readonly MessagePart[],
  ): void {
    this.#runtime.callBase(place)
    checkWhich(which, place)
    const known = this.#names.find(scope.slot, which)
    if (known === null) throw this.#names.unknown(which, place)
    const { dest, origin, player } = resolveTarget(target, place)
    const raw = parts.map((part, index) => checkWholePart(part, place, `part ${index + 1}`))
    checkSize(raw, known, place)
    this.#requireNoneOpen(scope, known.name)
    this.#engine.messageBegin(dest, known.id, origin, player)
    for (const part of raw) this.#write(part)
    this.#engine.messageEnd()
  }

  /** The engine's functions for one plugin, which note who leaves a message open. */
  callsOf(scope: PluginScope): Pick<Calls['engine'], 'messageBegin' | 'messageEnd'> {
    const engine = this.#engine
    return {
      messageBegin: (dest, type, origin, player) => {
        engine.messageBegin(dest, type, origin, player)
        this.#opener = { scope, id: type }
      },
      messageEnd: () => {
        this.#opener = null
        engine.messageEnd()
      },
    }
  }

  #write({ type, value }: RawPart): void {
    if (type === 'string') this.#engine.writeString(value)
    else this.#engine[writers[type]](value)
  }

  /** The engine ends the server when a message is begun while another is open. */
  #requireNoneOpen(scope: PluginScope, name: string): void {
    const open = this.#bridge.openMessage()
    if (open === null) return
    const other = this.#names.find(scope.slot, open.id)?.name ?? `number ${open.id}`
    throw new MetamodError(
      'MESSAGE_OPEN',
      `${place}: ${name} cannot be sent while ${other}, begun by ${this.#openerOf(open)}, is not ended; send it later, as with plugin.nextFrame`,
    )
  }

  #openerOf(open: { readonly id: number; readonly slot: number }): string {
    const slot = open.slot === 0 && this.#opener?.id === open.id ? this.#opener.scope.slot : open.slot
    return slot === 0 ? 'the game' : `plugin '${this.#bridge.pluginName(slot)}'`
  }
}
