/** How players come onto a test server, and which object stands for each. */
import type { Entity } from '@csr/metamod-sdk'

import type { Client } from '../engine/client.js'
import type { Engine } from '../engine/engine.js'
import { TestPlayer } from '../player/test-player.js'
import type { ConnectOptions } from './server-options.js'

/** What became of an attempt to connect. */
export type Connected =
  | { readonly accepted: true; readonly player: TestPlayer }
  | { readonly accepted: false; readonly reason: string }

export interface ArrivalSinks {
  readonly entity: (index: number) => Entity | null
  /** Throws once the server was stopped. */
  readonly check: (place: string) => void
  readonly frame: () => void
}

export class Arrivals {
  readonly #engine: Engine
  readonly #sinks: ArrivalSinks
  readonly #players = new Map<Client, TestPlayer>()

  constructor(engine: Engine, sinks: ArrivalSinks) {
    this.#engine = engine
    this.#sinks = sinks
  }

  get players(): readonly TestPlayer[] {
    const connected = this.#engine.clients.all.filter((client) => client.isConnected)
    return connected.map((client) => this.#playerOf(client))
  }

  connect(name: string, { isBot = false, enters = true, ...rest }: ConnectOptions): Connected {
    const answer = isBot ? this.#makeBot(name) : this.#engine.clients.connect({ name, ...rest })
    this.#engine.server.settle()
    if (typeof answer === 'string') return { accepted: false, reason: answer }
    const player = this.#playerOf(answer)
    if (enters) this.#sinks.frame()
    return answer.isConnected
      ? { accepted: true, player }
      : { accepted: false, reason: player.dropReason ?? '' }
  }

  /** As plugins make one: the game is asked by whoever made the bot. */
  #makeBot(name: string): Client | string {
    const { clients, dll } = this.#engine
    const bot = clients.createBot(name)
    if (bot === null) return 'Server is full.'
    const reason = { value: '' }
    if (!dll.clientConnect(bot.index, bot.name, '127.0.0.1', reason)) {
      clients.drop(bot, reason.value)
      return reason.value
    }
    dll.clientPutInServer(bot.index)
    return bot
  }

  #playerOf(client: Client): TestPlayer {
    const known = this.#players.get(client)
    if (known !== undefined) return known
    const { check, entity } = this.#sinks
    const player = new TestPlayer({ engine: this.#engine, client, check, entity })
    this.#players.set(client, player)
    return player
  }
}
