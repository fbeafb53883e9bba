/**
 * `chat`. What a client says comes as a command, `say` or `say_team`. The text is read before the game DLL runs, because games
 * cut it in place, and told of after it, when it is known that no plugin kept it back.
 */
import type { HookTables } from '../hook-table.js'
import type { Calls } from '../call-table.js'
import type { Players } from '../players/players.js'
import type { Entity } from '../raw/entity.js'
import { MetaResult } from '../raw/generated/enums.js'
import { HookSet } from './hook-set.js'
import type { PluginEmitter } from './plugin-emitter.js'

/** A command that a client has given and the game works on; one may come inside of another. */
interface Saying {
  readonly entity: Entity
  /** What it says; empty for nothing. */
  readonly text: string
  readonly isTeam: boolean
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
    const command = this.#engine.cmdArgv(0).toLowerCase()
    const isTeam = command === 'say_team'
    const text = isTeam || command === 'say' ? unquoted(this.#engine.cmdArgs()) : ''
    this.#saying = { entity, text, isTeam, outer: this.#saying }
  }

  #end(entity: Entity, isKeptBack: boolean): void {
    const saying = this.#saying
    if (saying?.entity !== entity) return
    this.#saying = saying.outer
    if (isKeptBack || saying.text === '') return
    const player = this.#players().of(entity)
    this.#settle()
    if (player !== null) this.#emitter.tell('chat', { player, text: saying.text, isTeam: saying.isTeam })
  }
}

/** Clients put quotes around what is typed into the chat, and none around what is typed at their console. */
function unquoted(args: string): string {
  const text = args.trim()
  return (text.startsWith('"') ? text.replace(/^"|"$/g, '') : text).trim()
}
