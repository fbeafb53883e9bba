/**
 * The emitter behind `plugin.events`. It is Node's, but safe for a server: one listener's error is logged and the others
 * still run, nothing is special about the name `error`, and what an event costs is paid while it has listeners.
 */
import { EventEmitter } from 'node:events'

import { nearestNames } from '../nearest-names.js'
import type { PluginScope } from '../plugin-scope.js'
import { wrongType } from '../raw/errors.js'
import { eventNames } from './plugin-events.js'
import type { PluginEventName, PluginEvents } from './plugin-events.js'

type Name = string | symbol
type Listener = (...given: unknown[]) => unknown

export class PluginEmitter extends EventEmitter {
  readonly #scope: PluginScope
  readonly #changed: (name: PluginEventName) => void

  /** @param changed - Told when an event may have got its first listener, or lost its last. */
  constructor(scope: PluginScope, changed: (name: PluginEventName) => void) {
    super()
    this.#scope = scope
    this.#changed = changed
    this.setMaxListeners(0)
    scope.keep(() => {
      this.removeAllListeners()
    })
  }

  /** Whether anybody wants to hear of an event. */
  has(name: PluginEventName): boolean {
    return this.listenerCount(name) > 0
  }

  /** Whether listeners are called now; each of them may pause the plugin, or end it. */
  get isHeard(): boolean {
    return this.#scope.isRunning
  }

  /** Tells the listeners of an event. */
  tell<Event extends PluginEventName>(name: Event, event: Parameters<PluginEvents[Event]>[0]): void {
    this.emit(name, event)
  }

  override emit(name: Name, ...given: unknown[]): boolean {
    const listeners = this.rawListeners(name) as Listener[]
    for (const listener of listeners) if (this.isHeard) this.#call(name, listener, given)
    return listeners.length > 0
  }

  #call(name: Name, listener: Listener, given: unknown[]): void {
    // It may be an async function, whose rejection is logged too.
    this.#scope.run(`event ${String(name)}`, () => listener.apply(this, given))
  }

  override on(name: Name, listener: Listener): this {
    return this.#changing('on', name, listener, () => super.on(name, listener))
  }

  override addListener(name: Name, listener: Listener): this {
    return this.on(name, listener)
  }

  override prependListener(name: Name, listener: Listener): this {
    return this.#changing('prependListener', name, listener, () => super.prependListener(name, listener))
  }

  override once(name: Name, listener: Listener): this {
    this.#check('once', name, listener)
    return super.once(name, listener)
  }

  override prependOnceListener(name: Name, listener: Listener): this {
    this.#check('prependOnceListener', name, listener)
    return super.prependOnceListener(name, listener)
  }

  override removeListener(name: Name, listener: Listener): this {
    super.removeListener(name, listener)
    this.#tellChanged(name)
    return this
  }

  override off(name: Name, listener: Listener): this {
    return this.removeListener(name, listener)
  }

  override removeAllListeners(name?: Name): this {
    const names = name === undefined ? this.eventNames() : [name]
    for (const each of names) super.removeAllListeners(each)
    for (const each of names) this.#tellChanged(each)
    return this
  }

  #changing(place: string, name: Name, listener: Listener, add: () => this): this {
    this.#check(place, name, listener)
    add()
    this.#tellChanged(name)
    return this
  }

  #tellChanged(name: Name): void {
    if (isEventName(name)) this.#changed(name)
  }

  #check(method: string, name: Name, listener: unknown): void {
    const place = `plugin.events.${method}`
    this.#scope.requireLoaded(place)
    if (typeof listener !== 'function') throw wrongType(place, 'listener', 'a function', listener)
    // Node's own `once(emitter, name)` listens for errors too. There are none.
    if (isEventName(name) || name === 'error') return
    const nearest = typeof name === 'string' ? nearestNames(name, eventNames) : []
    const cure = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : `use ${eventNames.join(', ')}`
    throw new TypeError(`${place}: there is no event ${JSON.stringify(String(name))}; ${cure}`)
  }
}

const isEventName = (name: Name): name is PluginEventName => eventNames.includes(name as PluginEventName)
