/** An engine's clients over a {@link MemoryBridge}: who is in which slot, and what they are sent. */
import { layoutOf, offsetIn } from '../../raw/layout.js'
import { writeText } from '../../raw/text-block.js'
import type { HookOutcome, MemoryBridge } from '../../raw/testing/memory-bridge.js'

/** A client of the test's. */
export interface TestClient {
  readonly index: number
  readonly userId: number
  readonly name: string
  readonly authId?: string
  readonly isBot?: boolean
  /** More keys of its settings. */
  readonly keys?: Readonly<Record<string, string>>
}

const entityParam = 96
const result = 48
const fakeClient = 0x2000
const timeAt = offsetIn(layoutOf('globalvars_t', 64), 'time') >> 2

export class PlayerSlots {
  readonly #memory: MemoryBridge
  readonly #clients = new Map<number, TestClient>()
  /** As Xash and HLDS have it: the number of the last client stays in a slot that is free; 0 where there was none. */
  readonly #numbers = new Map<number, number>()
  /** Texts that clients were sent by ClientPrintf, as `index kind text`. */
  readonly printed: string[] = []
  readonly serverCommands: string[] = []
  gameDirectory = 'valve'
  /** As the fake engine has it: a free slot has the number -1. */
  tellsFree = false
  /** As HLDS has it while it loads a map: no slot has a number. */
  isLoadingMap = false

  constructor(memory: MemoryBridge) {
    this.#memory = memory
    memory.pool.set(1, 'player')
    const slotOf = (frame: { i32: Int32Array }, base: number): number =>
      frame.i32[(base + entityParam) >> 2] ?? 0
    memory.answers.set('getPlayerUserId', (frame, base) => {
      frame.i32[(base + result) >> 2] = this.#numberOf(slotOf(frame, base))
    })
    memory.answers.set('getInfoKeyBuffer', (frame, base) => ({
      type: 'infoBuffer',
      index: slotOf(frame, base),
    }))
    memory.answers.set('infoKeyValue', (_frame, _base, [settings, key]) =>
      this.#key((settings as unknown as { readonly index: number }).index, key as string),
    )
    memory.answers.set('getPlayerAuthId', (frame, base) => {
      const client = this.#clients.get(slotOf(frame, base))
      return client?.authId ?? (client?.isBot === true ? 'BOT' : `STEAM_0:0:${client?.userId ?? 0}`)
    })
    memory.answers.set('getGameDir', (frame, base) => {
      writeText(frame.u8, base + entityParam, 256, this.gameDirectory, 'test', 'directory')
    })
    memory.answers.set('serverCommand', (_frame, _base, [line]) => this.serverCommands.push(line as string))
    memory.answers.set('clientPrintf', (frame, base, references) => {
      const kind = frame.i32[(base + entityParam + 8) >> 2] ?? 0
      this.printed.push(`${slotOf(frame, base)} ${kind} ${references.at(-1) as string}`)
    })
  }

  /** Gives a client a slot. */
  take(client: TestClient): void {
    this.#clients.set(client.index, client)
    this.#numbers.set(client.index, client.userId)
    this.#word(client.index, 'flags', client.isBot === true ? fakeClient : 0)
  }

  /** The game has made the player's entity. */
  spawn(index: number): void {
    this.#word(index, 'className', 1)
  }

  /** Empties a slot without a word to the game; engines do so between two frames. */
  drop(index: number): void {
    const { f32 } = this.#memory.globals
    f32[timeAt] = (f32[timeAt] ?? 0) + 0.125
    this.#empty(index)
  }

  #empty(index: number): void {
    this.#clients.delete(index)
    this.#word(index, 'className', 0)
  }

  /** A client that comes as network clients do, and is in the game when this returns. */
  join(client: TestClient): void {
    this.take(client)
    this.connect(client)
    this.spawn(client.index)
    this.hook('clientPutInServer', client.index)
  }

  connect({ index, name }: TestClient, accepted = true): HookOutcome {
    const params = { player: index, name, address: `10.0.0.${index}:27005` }
    return this.#memory.hook({ function: 'clientConnect', phase: 1, params, original: accepted })
  }

  /** A client that leaves as the game is told. */
  leave(index: number): void {
    this.hook('clientDisconnect', index, 0)
    this.#empty(index)
    this.hook('clientDisconnect', index)
  }

  hook(name: string, player: number, phase: 0 | 1 = 1): void {
    this.#memory.hook({ function: name, isEngine: false, phase, params: { player } })
  }

  frame(): void {
    this.#memory.hook({ function: 'startFrame', phase: 0 })
  }

  /** What a client types, past all hooks of one phase after the other. */
  type(player: number, words: readonly string[], args: string, status = 0): void {
    this.#memory.answers.set(
      'cmdArgv',
      (frame, base) => words[frame.i32[(base + entityParam) >> 2] ?? 0] ?? '',
    )
    this.#memory.answers.set('cmdArgs', () => args)
    const call = { function: 'clientCommand', isEngine: false, params: { player }, status }
    this.#memory.hook({ ...call, phase: 0, status: 0 })
    this.#memory.hook({ ...call, phase: 1 })
  }

  #numberOf(index: number): number {
    if (this.isLoadingMap) return -1
    if (this.tellsFree && !this.#clients.has(index)) return -1
    return this.#numbers.get(index) ?? 0
  }

  #key(index: number, key: string): string {
    const client = this.#clients.get(index)
    return key === 'name' ? (client?.name ?? '') : (client?.keys?.[key] ?? '')
  }

  #word(index: number, field: string, value: number): void {
    this.#memory.edicts.i32[this.#memory.at(index, field) >> 2] = value
  }
}
