/** The game's players: they come, spawn, are hurt, die and come back. */
import {
  Channel,
  DeadFlag,
  EntityFlag,
  MessageDest,
  MoveType,
  Pitch,
  Solid,
  TakeDamage,
  type Vec3,
} from '@csr/metamod-sdk'

import { none } from '../engine/vectors.js'
import type { EntityClass } from './entity-data.js'
import type { Game } from './game.js'

const respawnSeconds = 2
const pistol = 1
const notices = 3

export class Players {
  readonly #game: Game
  readonly class: EntityClass = { name: 'player', spawn: (self) => this.spawn(self) }
  #lastStart = -1

  constructor(game: Game) {
    this.#game = game
  }

  putInServer(self: number): void {
    this.#game.create(self, this.class)
    this.spawn(self)
    this.#announcePlayer(self, 'has joined the game')
  }

  /** The start points go with the map. */
  mapEnded(): void {
    this.#lastStart = -1
  }

  left(self: number): void {
    this.#announcePlayer(self, 'has left the game')
    const vars = this.#game.vars(self)
    vars.solid = Solid.Not
    vars.takeDamage = TakeDamage.No
  }

  spectate(self: number): void {
    const vars = this.#game.vars(self)
    vars.moveType = MoveType.NoClip
    vars.solid = Solid.Not
    this.#game.engine.setOrigin(self, [0, 0, 128])
    this.#announcePlayer(self, 'is watching')
  }

  stopSpectating(self: number): void {
    this.#announcePlayer(self, 'stopped watching')
  }

  spawn(self: number): void {
    const { engine } = this.#game
    const start = this.#chooseStart()
    const vars = this.#game.vars(self)
    const health = this.#game.startHealth
    Object.assign(vars, { health, maxHealth: health, takeDamage: TakeDamage.Aim, deadFlag: DeadFlag.No })
    Object.assign(vars, {
      solid: Solid.SlideBox,
      moveType: MoveType.Walk,
      weapons: 1 << pistol,
      maxSpeed: 320,
    })
    vars.flags = (vars.flags & EntityFlag.FakeClient) | EntityFlag.Client
    vars.viewOfs = [vars.viewOfs[0], vars.viewOfs[1], 28]
    vars.velocity = none
    const middle: Vec3 = [0, 0, 64]
    engine.setModel(self, 'models/player.mdl')
    engine.setSize(self, [-16, -16, -36], [16, 16, 36])
    engine.setOrigin(self, start < 0 ? middle : this.#game.vars(start).origin)
    if (start >= 0) vars.angles = this.#game.vars(start).angles
    engine.setPhysicsKeyValue(self, 'hl', '1')
  }

  /** @param attacker - The player who did it, `self` too, or what stands in the world. */
  damage(self: number, attacker: number, damage: number): void {
    const vars = this.#game.vars(self)
    if (vars.deadFlag !== DeadFlag.No || (vars.flags & EntityFlag.GodMode) !== 0) return
    vars.health -= damage
    if (vars.health <= 0) this.#die(self, attacker)
  }

  preThink(self: number): void {
    const data = this.#game.dataOf(self)
    const isDead = this.#game.vars(self).deadFlag === DeadFlag.Dead
    if (data !== null && isDead && this.#game.time >= data.respawnTime) this.spawn(self)
  }

  /** Shows the player's health when it has changed. */
  postThink(self: number): void {
    const { engine } = this.#game
    const data = this.#game.dataOf(self)
    const health = Math.trunc(this.#game.vars(self).health)
    if (data === null || data.shownHealth === health) return
    data.shownHealth = health
    engine.messageBegin(MessageDest.One, this.#game.messages.health, null, self)
    engine.writeByte(Math.max(0, Math.min(255, health)))
    engine.messageEnd()
  }

  #die(self: number, attacker: number): void {
    const vars = this.#game.vars(self)
    const data = this.#game.dataOf(self)
    Object.assign(vars, { health: 0, deadFlag: DeadFlag.Dead, solid: Solid.Not })
    if (attacker !== self && this.#game.isPlayer(attacker)) this.#game.vars(attacker).frags += 1
    else vars.frags -= 1
    this.#game.deathCount += 1
    if (data !== null) data.respawnTime = Math.fround(this.#game.time + respawnSeconds)
    const { engine } = this.#game
    engine.emitSound(self, Channel.Voice, 'player/death.wav', 1, Math.fround(0.8), 0, Pitch.Norm)
    this.#announceDeath(self, attacker)
  }

  /** For the list of deaths on everybody's screen. Killer 0 is the world, and what stands in it. */
  #announceDeath(self: number, attacker: number): void {
    const { engine, messages } = this.#game
    const isByPlayer = this.#game.isPlayer(attacker)
    const byPlayer = attacker === self ? 'world' : 'pistol'
    const weapon = isByPlayer ? byPlayer : this.#game.text(this.#game.vars(attacker).className)
    engine.messageBegin(MessageDest.All, messages.deathMsg, null, -1)
    engine.writeByte(isByPlayer ? engine.indexOfEdict(attacker) : 0)
    engine.writeByte(engine.indexOfEdict(self))
    engine.writeString(weapon)
    engine.messageEnd()
    this.#announcePlayer(self, 'died')
  }

  /** The next start point in turn, so that players do not stand in each other. */
  #chooseStart(): number {
    const { engine } = this.#game
    for (let round = 0; round < 2; round += 1) {
      const found = engine.findEntityByString(this.#lastStart, 'classname', 'info_player_start')
      this.#lastStart = found > 0 && engine.indexOfEdict(found) !== 0 ? found : -1
      if (this.#lastStart >= 0) return this.#lastStart
    }
    return -1
  }

  #announcePlayer(self: number, what: string): void {
    const { engine, messages } = this.#game
    const text = `${this.#game.text(this.#game.vars(self).netName)} ${what}\n`
    engine.serverPrint(text)
    engine.messageBegin(MessageDest.All, messages.textMsg, null, -1)
    engine.writeByte(notices)
    engine.writeString(text)
    engine.messageEnd()
  }
}
