/** A player, as somebody who sits at a client sees the server. */
import type { Entity } from '@csr/metamod-sdk'

import { oneLine } from '../server/checks.js'
import type { Client } from '../engine/client.js'
import { typeCommand } from '../engine/client-commands.js'
import type { Engine } from '../engine/engine.js'
import { receivedFrom, type Received, type ReceivedMessage } from './received.js'

/** @internal What a player needs of its server. */
export interface PlayerParts {
  readonly engine: Engine
  readonly client: Client
  readonly entity: (index: number) => Entity | null
  /** Throws once the server was stopped. */
  readonly check: (place: string) => void
}

/** A player on the test server. It outlives the connection, so that what came last can still be looked at. */
export class TestPlayer {
  /** Its place on the server, and the index of its entity, from 1. */
  readonly index: number
  /** Its number on the server, which no other player gets. */
  readonly userId: number
  readonly #parts: PlayerParts
  readonly #received: Received[] = []

  /** @internal Made by the server. */
  constructor(parts: PlayerParts) {
    const { client, engine } = parts
    this.#parts = parts
    this.index = client.index
    this.userId = client.userId
    client.onSeen = (seen) => this.#received.push(receivedFrom(seen, (id) => engine.userMessages.nameOf(id)))
  }

  /** The name as the server knows it: without what cannot stand in one, and with a number if there was one of that name. */
  get name(): string {
    return this.#parts.client.name
  }

  /** What the engine tells plugins as the player's auth id, such as `STEAM_0:1:1001`; `BOT` for a bot. */
  get authId(): string {
    return this.#parts.client.authId
  }

  /** Address and port. */
  get address(): string {
    return this.#parts.client.address
  }

  /** Whether the player is still on the server. */
  get isConnected(): boolean {
    return this.#parts.client.isConnected
  }

  /** Whether the player has entered the game. */
  get isInGame(): boolean {
    return this.#parts.client.isSpawned
  }

  /** The player's entity, with the engine's own memory behind it: what is set here is what plugins read. */
  get entity(): Entity {
    this.#check('entity')
    const entity = this.#parts.entity(this.index)
    if (entity === null) throw new Error(`entity: player ${this.index} has no entity`)
    return entity
  }

  /** The variables of the player's entity, such as `health`. */
  get vars(): Entity['vars'] {
    return this.entity.vars
  }

  /** All that the player was sent and shown since coming in, oldest first. */
  get received(): readonly Received[] {
    return [...this.#received]
  }

  /** The texts that were printed to the player, without their newlines: to the console, the chat and the centre. */
  get prints(): readonly string[] {
    return this.#received.flatMap((item) => (item.kind === 'print' ? [item.text.replace(/\n+$/, '')] : []))
  }

  /** The network messages, the game's (such as `SayText`) and the engine's. */
  get messages(): readonly ReceivedMessage[] {
    return this.#received.filter((item): item is ReceivedMessage => item.kind === 'message')
  }

  /** Why the player is not on the server any more; null while it is. */
  get dropReason(): string | null {
    const last = this.#received.filter((item) => item.kind === 'dropped').at(-1)
    return last?.reason ?? null
  }

  /** Forgets what the player received so far. */
  clearReceived(): void {
    this.#received.length = 0
  }

  /** Says something to everybody, as with the chat key. Quotes in it end the text early, as they do in the game. */
  say(text: string): void {
    this.command(`say "${oneLine(text, 'say: text')}"`)
  }

  /**
   * Says something to the player's own team. Plugins hear it; this small game has no teams, and answers that it does not know
   * the command.
   */
  sayTeam(text: string): void {
    this.command(`say_team "${oneLine(text, 'sayTeam: text')}"`)
  }

  /**
   * Types a line into the player's console, such as `buy ak47`. Engine, plugins and game have answered it when this returns.
   * As on every server, plugins and game do not hear a player who has not entered the game yet.
   *
   * @throws Error if the player is not on the server any more.
   */
  command(line: string): void {
    this.#check('command')
    const { engine, client } = this.#parts
    typeCommand(engine, client, oneLine(line, 'command: line'))
    engine.server.settle()
  }

  /** What the client answers when the server asks for one of its cvars; those that are not set are unknown to it. */
  setClientCvar(name: string, value: string): void {
    this.#parts.client.cvars.set(name, value)
  }

  /** Leaves the server. Leaving twice does nothing. */
  disconnect(reason = 'Client left the game'): void {
    this.#parts.check('disconnect')
    if (this.isConnected) this.#parts.engine.clients.drop(this.#parts.client, reason)
  }

  #check(place: string): void {
    this.#parts.check(place)
    if (this.isConnected) return
    const why = this.dropReason === null ? '' : ` (${this.dropReason})`
    throw new Error(`${place}: player '${this.name}' is not on the server any more${why}; connect another`)
  }
}
