/** The players: how they come, act in each frame, and go, in the order in which engines tell the game. */
import { EntityFlag } from '@csr/metamod-sdk'

import { Client, type CvarQuery } from './client.js'
import { answerQueries, answerQuery, typeStuffed } from './client-commands.js'
import { moveClient } from './client-move.js'
import { ClientUpdates } from './client-updates.js'
import type { Engine } from './engine.js'
import { cell } from './pointers.js'
import { newStruct } from './raw-view.js'
import type { Struct } from './game-dll.js'
import type { Customization } from '@csr/metamod-sdk'

export interface Connection {
  readonly name: string
  readonly address?: string | undefined
  readonly isBot?: boolean
  readonly isSpectator?: boolean
  readonly walks?: boolean
  readonly authId?: string | undefined
}

const decal = 3

export class Clients {
  readonly #engine: Engine
  readonly #updates: ClientUpdates
  #clients: Client[] = []
  #lastUserId = 0
  /** Whose part of the frame runs. */
  current: Client | null = null

  constructor(engine: Engine) {
    this.#engine = engine
    this.#updates = new ClientUpdates(engine)
  }

  open(most: number): void {
    this.#clients = Array.from({ length: most }, (_, index) => new Client(this.#engine, index + 1))
  }

  get all(): readonly Client[] {
    return this.#clients
  }

  get max(): number {
    return this.#clients.length
  }

  get count(): number {
    return this.#clients.filter((client) => client.isConnected).length
  }

  /** By entity index; null if that is no client slot. */
  slot(index: number): Client | null {
    return this.#clients[index - 1] ?? null
  }

  /** By entity; null if it is no connected client. */
  of(entity: number): Client | null {
    const client = this.slot(entity)
    return client?.isConnected === true ? client : null
  }

  /** By name or `#userid`. */
  named(name: string): Client | null {
    const userId = name.startsWith('#') ? Number.parseInt(name.slice(1), 10) || 0 : 0
    const wanted = name.toLowerCase()
    const fits = (client: Client): boolean =>
      userId === 0 ? client.name.toLowerCase() === wanted : client.userId === userId
    return this.#clients.find((client) => client.isConnected && fits(client)) ?? null
  }

  /** Asks the game; the client enters it with the next frame. @returns why the game refused, if it did. */
  connect(connection: Connection): Client | string {
    if (!this.#engine.server.isActive) return 'No map is running.'
    const client = this.#take(connection)
    if (client === null) return 'Server is full.'
    const reason = this.#askGame(client)
    if (reason === null) return client
    this.#release(client)
    return reason
  }

  /** A slot for game code, which calls ClientConnect and ClientPutInServer itself. Null if the server is full. */
  createBot(name: string): Client | null {
    const client = this.#take({ name: name === '' ? 'Bot' : name, isBot: true })
    if (client === null) return null
    client.state = 'spawned'
    const { dll, edicts, strings } = this.#engine
    const netName = strings.setName(client.index, client.name)
    Object.assign(edicts.vars(client.index), { flags: EntityFlag.Client | EntityFlag.FakeClient, netName })
    dll.clientUserInfoChanged(client.index, client.userInfo)
    return client
  }

  drop(client: Client, reason: string): void {
    if (!client.isConnected) return
    const { console, dll, edicts } = this.#engine
    if (client.isSpectator && client.isSpawned) dll.spectatorDisconnect(client.index)
    else dll.clientDisconnect(client.index)
    console.line(`Dropped ${client.name} from server. Reason: ${reason}`)
    client.onSeen({ kind: 'dropped', reason })
    this.#release(client)
    edicts.freePrivate(client.index)
    edicts.bumpSerial(client.index)
    edicts.prepare(client.index)
  }

  /** The clients' part of a frame: entering the game, typed lines, answers, moves. */
  runFrame(): void {
    for (const client of this.#clients) {
      if (!client.isConnected) continue
      this.current = client
      if (client.state === 'connected') this.#putInServer(client)
      else if (!client.isBot) this.#act(client)
      this.current = null
    }
  }

  sendUpdates(): void {
    for (const client of this.#clients) {
      if (!client.isSpawned || client.isBot) continue
      this.current = client
      this.#updates.send(client)
      this.current = null
    }
  }

  /** The map goes. Bots leave; the others come in again on the next one, unless the server empties. */
  endMap(isChangeLevel: boolean): void {
    for (const client of this.#clients) {
      if (!client.isConnected) continue
      if (client.isBot || !isChangeLevel) {
        this.drop(client, isChangeLevel ? 'Map changes' : 'Server shutting down')
        continue
      }
      client.state = 'connected'
      client.queries = []
      client.stuffed = ''
    }
  }

  /** Those who stayed connected ask the game again. */
  enterMap(): void {
    for (const client of this.#clients) {
      if (!client.isConnected) continue
      const reason = this.#askGame(client)
      if (reason !== null) this.drop(client, reason)
    }
  }

  query(entity: number, query: CvarQuery): void {
    const client = this.of(entity)
    if (client !== null && !client.isBot) client.queries.push(query)
    else answerQuery(this.#engine, entity, query, 'Bad Player')
  }

  #act(client: Client): void {
    typeStuffed(this.#engine, client)
    if (client.isConnected) answerQueries(this.#engine, client)
    if (client.isConnected) moveClient(this.#engine, client)
  }

  #release(client: Client): void {
    client.state = 'free'
    // A new one, so that nobody who kept this one is told what happens to the next player in the slot. Its settings lie
    // where those of the last one lay, as in engines: plugins may have kept the pointer.
    this.#clients[client.index - 1] = client.successor()
  }

  /** A free slot, made ready for the newcomer. */
  #take(connection: Connection): Client | null {
    const client = this.#clients.find((candidate) => !candidate.isConnected)
    if (client === undefined) return null
    this.#lastUserId += 1
    client.userId = this.#lastUserId
    client.isBot = connection.isBot ?? false
    client.isSpectator = connection.isSpectator ?? false
    client.walks = connection.walks ?? false
    client.walkYaw = client.index * 70
    client.authIdText = connection.authId ?? null
    client.address = connection.address ?? `127.0.0.1:${27004 + client.index}`
    client.connectedAt = this.#engine.globals.time
    client.userInfo.set('connect', 'name', this.#freeName(connection.name))
    client.userInfo.set('connect', 'model', 'gordon')
    client.state = 'connected'
    return client
  }

  /** What cannot stand in userinfo is taken out rather than refused, as in a real server. */
  #freeName(wanted: string): string {
    const plain = Buffer.from(wanted)
      .subarray(0, 31)
      .toString()
      .replace(/[\\"\x00-\x1f]|\uFFFD+$/g, '')
    const name = plain.replace(/\.{2,}/g, '.') || 'unnamed'
    const taken = new Set(
      this.#clients.filter(({ isConnected }) => isConnected).map((client) => client.name.toLowerCase()),
    )
    let candidate = name
    for (let copy = 1; taken.has(candidate.toLowerCase()); copy += 1) candidate = `(${copy})${name}`
    return candidate
  }

  /** @returns why the game refuses; null if it does not. */
  #askGame(client: Client): string | null {
    const { console, dll, edicts, strings } = this.#engine
    const { index } = client
    edicts.freePrivate(index)
    edicts.prepare(index)
    const vars = edicts.vars(index)
    vars.flags = EntityFlag.Client | (client.isSpectator ? EntityFlag.Spectator : 0)
    vars.netName = strings.setName(index, client.name)
    dll.clientUserInfoChanged(index, client.userInfo)
    const reason = cell('Connection rejected by game')
    if (!dll.clientConnect(index, client.name, client.address, reason))
      return reason.value.replace(/\n+$/, '')
    console.log(`${client.logName} connected, address "${client.address}"`)
    return null
  }

  #putInServer(client: Client): void {
    const { dll, addresses } = this.#engine
    client.state = 'spawned'
    if (client.isSpectator) {
      dll.spectatorConnect(client.index)
      return
    }
    dll.clientPutInServer(client.index)
    if (!client.isSpawned) return
    // A client's spray logo reaches the game once the client is in it.
    const logo = newStruct('customization_t', addresses) as Struct<Customization>
    logo.isInUse = true
    const resource = logo.resource as unknown as { fileName: string; type: number; playerNumber: number }
    resource.type = decal
    resource.fileName = 'tempdecal.wad'
    resource.playerNumber = client.index - 1
    dll.playerCustomization(client.index, logo)
  }
}
