/**
 * The game that the test server plays: a box with players in it, an ammo box, a trigger and a lift. It is the game of
 * native-bridge/game, in the same words and with the same calls of the engine in the same order.
 */
import { AlertType } from '@csr/metamod-sdk'

import { EngineCvar } from '../engine/cvars.js'
import type { Vars } from '../engine/edicts.js'
import type { Engine } from '../engine/engine.js'
import type { EngineTable } from '../engine/functions/table.js'
import { addGameCommands } from './commands.js'
import { entityClasses } from './entity-classes.js'
import { freshData, type EntityClass, type EntityData } from './entity-data.js'
import { Players } from './players.js'

const mostAmmo = 250
/** What the private data of the game in C takes. */
const dataBytes = 32

export class Game {
  /** Through everybody's hooks, as a game DLL calls it. */
  readonly engine: EngineTable
  readonly server: Engine
  readonly players = new Players(this)
  readonly messages = { sayText: 0, textMsg: 0, health: 0, deathMsg: 0 }
  deathCount = 0
  readonly #classes: ReadonlyMap<string, EntityClass>
  readonly #startHealth = new EngineCvar('mp_starthealth', '100', 4)
  readonly consistency = new EngineCvar('mp_testconsistency', '1', 4)

  constructor(server: Engine, engine: EngineTable) {
    this.server = server
    this.engine = engine
    this.#classes = new Map(entityClasses(this).map((entityClass) => [entityClass.name, entityClass]))
    server.gameFunctions = new Set([...this.#classes.keys(), 'ammo_box_returns', 'test_lift_turns'])
  }

  get time(): number {
    return this.server.globals.time
  }

  get startHealth(): number {
    return this.#startHealth.value
  }

  init(): void {
    this.engine.cvarRegister(this.#startHealth)
    this.engine.cvarRegister(this.consistency)
    addGameCommands(this)
    this.messages.sayText = this.engine.regUserMsg('SayText', -1)
    this.messages.textMsg = this.engine.regUserMsg('TextMsg', -1)
    this.messages.health = this.engine.regUserMsg('Health', 1)
    this.messages.deathMsg = this.engine.regUserMsg('DeathMsg', -1)
  }

  vars(entity: number): Vars {
    return this.server.edicts.vars(entity)
  }

  text(handle: number): string {
    return this.server.strings.text(handle)
  }

  dataOf(entity: number): EntityData | null {
    const data = entity < 0 ? null : this.server.edicts.privateData(entity)
    return data !== null && typeof data === 'object' && 'class' in data ? (data as EntityData) : null
  }

  isPlayer(entity: number): boolean {
    return this.dataOf(entity)?.class === this.players.class
  }

  classNamed(name: string): EntityClass | null {
    return this.#classes.get(name) ?? null
  }

  /** Makes an entity one of a class, as the function that a game exports under the class's name. */
  create(entity: number, entityClass: EntityClass): void {
    const found = this.engine.findEntityByVars(entity)
    this.engine.pvAllocEntPrivateData(found, dataBytes)
    this.server.edicts.exchangePrivate(found, freshData(entityClass))
    // What a map asked for has its class's name already; what another class stands on keeps its own.
    const vars = this.vars(entity)
    if (vars.className === 0) vars.className = this.engine.allocString(entityClass.name)
  }

  giveAmmo(player: number, count: number): boolean {
    const data = this.dataOf(player)
    if (data === null || count <= 0 || data.ammo >= mostAmmo) return false
    data.ammo = Math.min(mostAmmo, data.ammo + count)
    return true
  }

  logged(text: string): void {
    this.engine.alertMessage(AlertType.Logged, text)
  }
}
