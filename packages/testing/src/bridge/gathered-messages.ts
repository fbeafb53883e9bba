/**
 * The game's messages that plugins want whole. What the game writes into one is kept back from the engine; with MessageEnd
 * plugins get all of it at once, and the engine gets what they leave of it. This stands behind the hooks, where the
 * engine's own functions stand otherwise, so hooks on MessageBegin and the rest see every call as ever.
 */
import type { Vec3 } from '@csr/metamod-sdk'
import type { MessagePart, WholeMessage } from '@csr/metamod-sdk/host'

import type { EngineTable } from '../engine/functions/table.js'

export interface MessageSinks {
  /** The engine's functions, as nobody hooks them. */
  readonly engine: EngineTable
  readonly isRunning: (slot: number) => boolean
  readonly nameOf: (id: number) => string
  readonly deliver: (message: WholeMessage) => WholeMessage | null
  readonly log: (line: string) => void
}

const writers = {
  writeByte: 'byte',
  writeChar: 'char',
  writeShort: 'short',
  writeLong: 'long',
  writeAngle: 'angle',
  writeCoord: 'coord',
  writeEntity: 'entity',
  writeString: 'string',
} as const

interface Kept extends WholeMessage {
  readonly parts: MessagePart[]
}

export class GatheredMessages {
  readonly #sinks: MessageSinks
  readonly #wanted = new Map<number, number[]>()
  readonly #delivering = new Set<number>()
  #kept: Kept | null = null
  #open = 0
  readonly #said = new Set<string>()

  constructor(sinks: MessageSinks) {
    this.#sinks = sinks
  }

  /** The message that the engine was told to begin and not yet to end; 0 for none. */
  get open(): number {
    return this.#open
  }

  gather(slot: number, id: number, on: boolean): void {
    const slots = (this.#wanted.get(id) ?? []).filter((wanted) => wanted !== slot)
    this.#wanted.set(id, on ? [...slots, slot] : slots)
  }

  forgetOwner(slot: number): void {
    for (const id of this.#wanted.keys()) this.gather(slot, id, false)
  }

  /** A call of the game's that passed the hooks. @returns whether it was for us. */
  take(name: string, args: readonly unknown[]): boolean {
    if (name === 'messageBegin') return this.#begin(args as [number, number, Vec3 | null, number])
    if (name === 'messageEnd') return this.#end()
    if (this.#kept === null || !Object.hasOwn(writers, name)) return false
    const type = writers[name as keyof typeof writers]
    const [value] = args
    this.#kept.parts.push({ type, value } as MessagePart)
    return true
  }

  /** A plugin's own call of the engine. */
  pluginCalled(name: string, args: readonly unknown[]): void {
    if (name === 'messageBegin') this.#open = args[1] as number
    else if (name === 'messageEnd') this.#open = 0
  }

  mapEnded(): void {
    if (this.#kept !== null) this.#drop(this.#kept, 'was not ended when the map was')
    this.#open = 0
  }

  #begin([dest, id, origin, entityIndex]: readonly [number, number, Vec3 | null, number]): boolean {
    if (this.#kept !== null)
      this.#drop(this.#kept, `was not ended when the game began ${this.#sinks.nameOf(id)}`)
    if (!this.#isWanted(id)) {
      this.#open = id
      return false
    }
    this.#kept = { id, dest, origin, entityIndex, parts: [] }
    return true
  }

  #end(): boolean {
    const kept = this.#kept
    if (kept === null) {
      this.#open = 0
      return false
    }
    this.#kept = null
    const { id } = kept
    // Those of the same number are not gathered now, or a listener that answers a message by another would never end.
    this.#delivering.add(id)
    const answer = this.#isWantedBySomebody(id) ? this.#sinks.deliver(kept) : kept
    this.#delivering.delete(id)
    if (answer !== null) this.#send(answer)
    return true
  }

  #send({ id, dest, origin, entityIndex, parts }: WholeMessage): void {
    const { engine, nameOf } = this.#sinks
    if (this.#open !== 0) {
      const open = nameOf(this.#open)
      const why = `because ${open} was begun and not ended, and engines send one at a time`
      this.#sayOnce(`message ${nameOf(id)} is left out, ${why}`)
      return
    }
    engine.messageBegin(dest, id, origin, entityIndex)
    for (const { type, value } of parts) writePart(engine, type, value)
    engine.messageEnd()
  }

  #isWanted(id: number): boolean {
    return !this.#delivering.has(id) && this.#isWantedBySomebody(id)
  }

  #isWantedBySomebody(id: number): boolean {
    return (this.#wanted.get(id) ?? []).some((slot) => this.#sinks.isRunning(slot))
  }

  #drop({ id }: Kept, why: string): void {
    this.#kept = null
    this.#sayOnce(
      `message ${this.#sinks.nameOf(id)} ${why}; left out, because engines end the server over it. ` +
        'Have the game call pfnMessageEnd.',
    )
  }

  #sayOnce(text: string): void {
    if (!this.#said.has(text)) this.#sinks.log(`[META] ERROR: ${text}`)
    this.#said.add(text)
  }
}

function writePart(engine: EngineTable, type: MessagePart['type'], value: number | string): void {
  const [name] = Object.entries(writers).find(([, part]) => part === type) ?? ['writeByte']
  const table = engine as unknown as Record<string, (value: number | string) => void>
  table[name]?.(value)
}
