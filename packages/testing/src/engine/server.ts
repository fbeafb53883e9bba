/** The server's life: boot, maps, frames, shutdown, in the order in which HLDS and Xash call the game DLL. */
import { CvarFlag, MoveType, Solid } from '@csr/metamod-sdk'

import { createBaselines } from './baselines.js'
import type { EngineCvar } from './cvars.js'
import type { Engine } from './engine.js'
import { mostEntities } from './entity-addresses.js'
import { InfoBuffer, infoBytes } from './info.js'
import { spawnFromMap, type MapEntity } from './map-entities.js'
import { runEntities } from './physics.js'

// No map starts at 0: game code takes nextthink 0 for "never".
const firstTime = 1
const descriptionSeconds = 1

export interface ServerSettings {
  readonly map: string
  readonly maxPlayers: number
  /** The maps there are, and the entities of each; null where every name is one. */
  readonly maps: Readonly<Record<string, readonly MapEntity[]>> | null
  readonly entities: readonly MapEntity[]
  readonly cvars: Readonly<Record<string, string>>
}

interface Next {
  readonly map: string
  readonly isChangeLevel: boolean
}

export class Server {
  readonly #engine: Engine
  readonly #settings: ServerSettings
  readonly serverInfo: InfoBuffer
  readonly localInfo: InfoBuffer
  #state: 'none' | 'loading' | 'active' = 'none'
  #isRunning = false
  #isInFrame = false
  #endsMap = false
  #next: Next | null = null
  #map = ''
  #description = ''
  #nextDescription = 0
  frameCount = 0
  uptime = 0

  constructor(engine: Engine, settings: ServerSettings) {
    this.#engine = engine
    this.#settings = settings
    this.serverInfo = new InfoBuffer(engine.console, infoBytes.server)
    this.localInfo = new InfoBuffer(engine.console, infoBytes.local)
  }

  get isLoading(): boolean {
    return this.#state === 'loading'
  }

  get isActive(): boolean {
    return this.#state === 'active'
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  get isInFrame(): boolean {
    return this.#isInFrame
  }

  get map(): string {
    return this.#map
  }

  /** The one that it was started with. */
  get firstMap(): string {
    return this.#settings.map
  }

  get description(): string {
    return this.#description
  }

  /** @param loadGame - Has Metamod and the game DLL loaded; false if the server must give up. */
  boot(loadGame: () => boolean): boolean {
    const engine = this.#engine
    const { maxPlayers, cvars, map } = this.#settings
    engine.clients.open(maxPlayers)
    for (const cvar of engine.cvars.all) this.publishCvar(cvar)
    if (!loadGame()) return false
    // As on real engines there are neither entities nor strings until the tables have been exchanged.
    engine.strings.open()
    engine.edicts.allocate(maxPlayers)
    engine.globals.maxClients = maxPlayers
    engine.globals.maxEntities = mostEntities
    engine.dll.gameInit()
    engine.dll.registerEncoders()
    engine.playerMove.open()
    engine.strings.keepAll()
    for (const [name, value] of Object.entries(cvars)) engine.setCvar(name, value)
    this.#isRunning = true
    this.changeMap(map, false)
    this.settle()
    return true
  }

  shutdown(): void {
    this.#isRunning = false
    if (this.#state !== 'none') this.#endMap(false)
    this.#engine.edicts.release()
    this.#engine.dll.gameShutdown()
    this.#engine.console.flush()
  }

  frame(seconds: number): void {
    const { clients, commands, dll, globals } = this.#engine
    if (!this.#isRunning) return
    this.#isInFrame = true
    this.frameCount += 1
    this.uptime = Math.fround(this.uptime + Math.fround(seconds))
    try {
      commands.execute()
      if (this.isActive && this.isRunning) {
        globals.time += Math.fround(seconds)
        globals.frameTime = seconds
        clients.runFrame()
        dll.startFrame()
        runEntities(this.#engine)
        this.#askDescription()
        clients.sendUpdates()
      }
    } finally {
      this.#isInFrame = false
    }
    this.settle()
  }

  /** Does what had to wait for the end of a frame: the next map, or the end of this one. */
  settle(): void {
    if (this.#isInFrame) return
    this.#endIfAsked()
    const next = this.#next
    if (next === null || !this.#isRunning) return
    this.#next = null
    if (this.isActive) this.#endMap(next.isChangeLevel)
    this.#startMap(next)
    // A Host_Error while the map was loading.
    this.#endIfAsked()
  }

  isMapValid(map: string): boolean {
    if (!/^[A-Za-z0-9_-]{1,31}$/.test(map)) return false
    const { maps } = this.#settings
    return maps === null || Object.hasOwn(maps, map)
  }

  changeMap(map: string, isChangeLevel: boolean): void {
    this.#next = { map, isChangeLevel }
  }

  endMapAfterFrame(): void {
    this.#endsMap = true
  }

  quit(): void {
    this.#isRunning = false
  }

  publishCvar({ name, string, flags }: EngineCvar): void {
    if ((flags & CvarFlag.Server) === 0) return
    const isProtected = (flags & CvarFlag.Protected) !== 0
    this.serverInfo.set('serverinfo', name, isProtected ? (string === '' ? '0' : '1') : string)
  }

  #endIfAsked(): void {
    if (this.#endsMap && this.isActive) this.#endMap(false)
    this.#endsMap = false
  }

  #startMap({ map, isChangeLevel }: Next): void {
    const { console, dll } = this.#engine
    this.#map = map
    console.log(`Loading map "${map}"`)
    this.#state = 'loading'
    if (isChangeLevel) {
      dll.parmsChangeLevel()
    } else {
      dll.resetGlobalState()
      dll.parmsNewLevel()
    }
    this.#prepareMap()
    const entities = this.#settings.maps?.[map] ?? this.#settings.entities
    for (const [index, keys] of entities.entries()) spawnFromMap(this.#engine, keys, index === 0)
    this.#activate()
  }

  #prepareMap(): void {
    const { cvars, edicts, globals, precache, strings } = this.#engine
    strings.forgetMap()
    precache.clear()
    edicts.allocate(this.#settings.maxPlayers)
    globals.time = firstTime
    globals.frameTime = 0
    for (const name of ['deathmatch', 'coop', 'teamplay'] as const) globals[name] = cvars.number(name)
    globals.mapName = strings.allocate(this.#map)
    globals.startSpot = 0
    globals.forceRetouch = 0
    this.#nextDescription = 0
    const model = `maps/${this.#map}.bsp`
    const world = edicts.vars(0)
    world.model = strings.allocate(model)
    world.modelIndex = precache.models.add(model)
    world.solid = Solid.Bsp
    world.moveType = MoveType.Push
  }

  #activate(): void {
    const { clients, console, dll, edicts } = this.#engine
    dll.serverActivate(0, edicts.count, clients.max)
    createBaselines(this.#engine)
    this.#state = 'active'
    console.log(`Started map "${this.#map}"`)
    this.#askDescription()
    clients.enterMap()
  }

  #endMap(isChangeLevel: boolean): void {
    this.#engine.clients.endMap(isChangeLevel)
    this.#engine.dll.serverDeactivate()
    this.#state = 'none'
  }

  #askDescription(): void {
    const { dll, globals } = this.#engine
    if (globals.time < this.#nextDescription) return
    this.#nextDescription = Math.fround(globals.time + descriptionSeconds)
    this.#description = dll.getGameDescription()
  }
}
