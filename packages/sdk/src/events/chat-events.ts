/**
 * `chat`. What a client says comes as a command, `say` or `say_team`. The text is read before the game DLL runs, because games
 * cut it in place, and told of after it, when it is known that no plugin kept it back.
 */
import type { HookTables } from '../hook-table.js'
import type { Calls } from '../call-table.js'
import { chatLineOf } from '../chat-line.js'
import type { ChatLine } from '../chat-line.js'
import type { Players } from '../players/players.js'
import type { Entity } from '../raw/entity.js'
import { MetaResult } from '../raw/generated/enums.js'
import { HookSet } from './hook-set.js'
import type { PluginEmitter } from './plugin-emitter.js'

/** A command that a client has given and the game works on; one may come inside of another. */
interface Saying {
  readonly entity: Entity
  /** Null for a command that says nothing. */
  readonly line: ChatLine | null
  readonly outer: Saying | null
}

export interface ChatEventParts {
  readonly hooks: HookTables
  readonly emitter: PluginEmitter
  readonly players: () => Players
  readonly engine: Calls['engine']
  /** Tells what is still to be replayed: nobody talks who was not told of. */
  readonly settle: () => void
}

export class ChatEvents {
  readonly #emitter: PluginEmitter
  readonly #players: () => Players
  readonly #engine: Calls['engine']
  readonly #settle: () => void
  readonly #hooks: HookSet
  #saying: Saying | null = null

  constructor({ hooks, emitter, players, engine, settle }: ChatEventParts) {
    this.#emitter = emitter
    this.#players = players
    this.#engine = engine
    this.#settle = settle
    this.#hooks = new HookSet(() => [
      hooks.on.clientCommand(({ player }) => this.#begin(player)),
      hooks.onPost.clientCommand((event) => this.#end(event.player, event.status === MetaResult.Supercede)),
    ])
  }

  /** The listeners have changed. */
  refresh(): void {
    this.#hooks.set(this.#emitter.has('chat'))
    if (!this.#hooks.isOn) this.#saying = null
  }

  /** The plugin goes on after a pause, in which the end of a command may have been missed. */
  resume(): void {
    this.#saying = null
  }

  #begin(entity: Entity): void {
    const line = chatLineOf(this.#engine.cmdArgv(0).toLowerCase(), this.#engine.cmdArgs())
    this.#saying = { entity, line, outer: this.#saying }
  }

  #end(entity: Entity, isKeptBack: boolean): void {
    const saying = this.#saying
    if (saying?.entity !== entity) return
    const { line, outer } = saying
    this.#saying = outer
    if (isKeptBack || line === null || line.text === '') return
    const player = this.#players().of(entity)
    this.#settle()
    if (player !== null) this.#emitter.tell('chat', { player, ...line })
  }
}
