/**
 * Who listens to which message. A listener names a message that the game may not have registered yet: games do so while
 * they load a map, and plugins are there before. It waits then, until the name appears.
 */
import type { PluginScope } from '../plugin-scope.js'
import type { Bridge, WholeMessage } from '../raw/bridge.js'
import { Phase } from '../raw/dispatch.js'
import type { Dispatcher, ErrorSink } from '../raw/dispatch.js'
import type { EntityTable } from '../raw/entity.js'
import { wrongType } from '../raw/errors.js'
import { rows } from '../raw/generated/rows.js'
import type { Undo } from '../raw/hook.js'
import { CurrentMessage } from './current-message.js'
import { checkWhich } from './message-names.js'
import type { KnownMessage, MessageNames } from './message-names.js'
import type { MessageListener } from './user-message.js'

const place = 'onMessage'
const registering = rows.find((row) => row.name === 'regUserMsg')

interface Entry {
  readonly scope: PluginScope
  readonly which: string | number
  readonly listener: MessageListener
  /** Null while the name is not registered. */
  id: number | null
  isActive: boolean
  hasWarned: boolean
}

/** What the listeners work on. */
export interface ListenerParts {
  readonly bridge: Bridge
  readonly dispatcher: Dispatcher
  readonly entities: EntityTable
  readonly names: MessageNames
  readonly onError: ErrorSink
}

export class MessageListeners {
  readonly #parts: ListenerParts
  /** By number, each list in plugin order. A list is never changed, only replaced. */
  readonly #byId = new Map<number, readonly Entry[]>()
  #all: readonly Entry[] = []
  /** Names and sizes of messages that were shown in this map. */
  readonly #known = new Map<number, KnownMessage>()
  /** The hooks by which plugins with waiting listeners hear of new names. */
  readonly #watches = new Map<PluginScope, Undo>()

  constructor(parts: ListenerParts) {
    this.#parts = parts
  }

  add(scope: PluginScope, which: string | number, listener: MessageListener): Undo {
    checkWhich(which, place)
    if (typeof listener !== 'function') throw wrongType(place, 'the listener', 'a function', listener)
    const entry: Entry = { scope, which, listener, id: null, isActive: true, hasWarned: false }
    this.#place(entry, typeof which === 'number' ? which : this.#idOf(entry))
    this.#all = [...this.#all, entry]
    this.#watch(scope)
    return scope.keep(() => {
      entry.isActive = false
      this.#all = this.#all.filter((other) => other !== entry)
      this.#place(entry, null)
      this.#watch(scope)
    })
  }

  /** Shows a message to its listeners; answers what is to be sent, or null for nothing. */
  readonly show = (message: WholeMessage): WholeMessage | null => {
    const entries = this.#byId.get(message.id)
    const first = entries?.[0]
    if (entries === undefined || first === undefined) return message
    const known = this.#knownAs(message.id, first)
    const current = new CurrentMessage(message, known, this.#parts.entities)
    for (const entry of entries) {
      if (entry.isActive && !entry.scope.isPaused && isMeant(message, entry))
        this.#ask(entry, current, known.name)
    }
    return current.result
  }

  /** A message was registered, which may be one that somebody waits for. */
  registered(name: string, id: number): void {
    if (id <= 0) return
    this.#known.clear()
    for (const entry of this.#all) if (entry.which === name && entry.id !== id) this.#place(entry, id)
    for (const scope of [...this.#watches.keys()]) this.#watch(scope)
  }

  /** The game has registered all its messages: names that are still unknown must be misspelt. */
  mapStarted(): void {
    this.#known.clear()
    for (const entry of this.#all) {
      if (typeof entry.which === 'number') continue
      const id = this.#idOf(entry)
      if (id !== entry.id) this.#place(entry, id)
      if (id === null) this.#warn(entry, entry.which)
    }
    for (const scope of [...this.#watches.keys()]) this.#watch(scope)
  }

  #ask(entry: Entry, current: CurrentMessage, name: string): void {
    const where = `${place} ${name}`
    entry.scope.run(where, () => {
      const answer: unknown = entry.listener(current.seen())
      if (!(answer instanceof Promise)) {
        current.take(answer, name)
        return
      }
      // Nobody else waits for it, and an unhandled rejection would end the process.
      answer.catch((error: unknown) => this.#parts.onError(entry.scope.slot, where, error, entry.scope))
      throw new TypeError(
        `${name}: the answer must be nothing, handled(), override() or supercede(), got a Promise; the game does not wait, so start async work in a function of its own and return nothing`,
      )
    })
  }

  #knownAs(id: number, { scope, which }: Entry): KnownMessage {
    const known = this.#known.get(id) ??
      this.#parts.names.find(scope.slot, id) ?? { id, name: String(which), size: -1 }
    this.#known.set(id, known)
    return known
  }

  #idOf({ scope, which }: Entry): number | null {
    return this.#parts.names.find(scope.slot, which)?.id ?? null
  }

  #warn(entry: Entry, name: string): void {
    if (entry.hasWarned) return
    entry.hasWarned = true
    this.#parts.onError(entry.scope.slot, place, this.#parts.names.unknown(name, place), entry.scope)
  }

  /** Moves a listener to the list of another number, or to none, and has the bridge gather what is listened to. */
  #place(entry: Entry, id: number | null): void {
    const { bridge } = this.#parts
    const { slot } = entry.scope
    const old = entry.id
    const has = (of: number): boolean => this.#byId.get(of)?.some(({ scope }) => scope.slot === slot) ?? false
    if (old !== null) {
      this.#byId.set(old, this.#byId.get(old)?.filter((other) => other !== entry) ?? [])
      if (!has(old)) bridge.gatherMessage(slot, old, false)
    }
    entry.id = null
    if (id === null) return
    if (!has(id)) bridge.gatherMessage(slot, id, true)
    entry.id = id
    const list = this.#byId.get(id) ?? []
    const later = list.findIndex(({ scope }) => scope.slot > slot)
    const at = later === -1 ? list.length : later
    this.#byId.set(id, [...list.slice(0, at), entry, ...list.slice(at)])
  }

  /** Hears of new names for a plugin while one of its listeners waits. */
  #watch(scope: PluginScope): void {
    const waits = this.#all.some((entry) => entry.scope === scope && entry.id === null)
    const watch = this.#watches.get(scope)
    if (!waits) this.#watches.delete(scope)
    if (!waits) return watch?.()
    if (watch !== undefined || registering === undefined) return
    const undo = this.#parts.dispatcher.add(scope, registering, Phase.Post, (event: RegisteredEvent) => {
      // The core notes the name when the hooks have run.
      this.registered(event.name, event.overriding ?? event.original ?? 0)
    })
    this.#watches.set(scope, undo)
  }
}

interface RegisteredEvent {
  readonly name: string
  readonly original: number | null
  readonly overriding: number | null
}

/** As a guest of another Metamod, which does not say whom it has paused: those whose stub heard the message begin. */
const isMeant = ({ slots }: WholeMessage, { scope }: Entry): boolean => slots?.includes(scope.slot) ?? true
