/** The classes that a map may name. */
import { Channel, Effect, ForceType, MoveType, Pitch, Solid, type Vec3 } from '@csr/metamod-sdk'

import { none } from '../engine/vectors.js'
import type { EntityClass } from './entity-data.js'
import type { Game } from './game.js'

const boxAmmo = 20
const boxReturnsSeconds = 3
const liftSpeed = 40
const liftSeconds = 2

export function entityClasses(game: Game): readonly EntityClass[] {
  return [
    world(game),
    { name: 'info_player_start' },
    trigger(game),
    ammoBox(game),
    lift(game),
    game.players.class,
  ]
}

const world = ({ engine }: Game): EntityClass => ({
  name: 'worldspawn',
  spawn() {
    engine.precacheModel('models/player.mdl')
    engine.precacheModel('models/ammo.mdl')
    engine.precacheSound('items/ammo.wav')
    engine.precacheSound('player/death.wav')
    engine.precacheGeneric('sprites/test.txt')
    engine.precacheEvent(1, 'events/shot.sc')
    engine.forceUnmodified(ForceType.ExactFile, none, none, 'models/player.mdl')
    engine.lightStyle(0, 'm')
  },
})

/** Counts who runs through it, and tells who presses it. */
const trigger = (game: Game): EntityClass => ({
  name: 'trigger_test',
  spawn(self) {
    const vars = game.vars(self)
    vars.solid = Solid.Trigger
    game.engine.setSize(self, [-32, -32, -32], [32, 32, 32])
    game.engine.setOrigin(self, vars.origin)
  },
  touch(self, other) {
    const data = game.dataOf(self)
    if (data !== null && game.isPlayer(other)) data.uses += 1
  },
  use(self, user) {
    const name = game.text(game.vars(self).targetName)
    game.logged(`${game.text(game.vars(user).netName)} pressed trigger_test '${name}'\n`)
  },
})

/** Falls to the floor, gives ammunition, and comes back after a while. */
const ammoBox = (game: Game): EntityClass => ({
  name: 'ammo_box',
  spawn(self) {
    const { engine } = game
    const vars = game.vars(self)
    vars.moveType = MoveType.Toss
    vars.solid = Solid.Trigger
    engine.setModel(self, 'models/ammo.mdl')
    engine.setSize(self, [-8, -8, 0], [8, 8, 16])
    engine.setOrigin(self, vars.origin)
  },
  touch(self, other) {
    if (!game.isPlayer(other) || !game.giveAmmo(other, boxAmmo)) return
    const { engine } = game
    const vars = game.vars(self)
    engine.emitSound(self, Channel.Item, 'items/ammo.wav', 1, Math.fround(0.8), 0, Pitch.Norm)
    vars.solid = Solid.Not
    vars.effects |= Effect.NoDraw
    vars.nextThink = game.time + boxReturnsSeconds
    const data = game.dataOf(self)
    if (data === null) return
    data.think = () => {
      vars.solid = Solid.Trigger
      vars.effects &= ~Effect.NoDraw
      engine.setOrigin(self, vars.origin)
    }
  },
})

/** Goes up and down, and hurts who is in its way. */
const lift = (game: Game): EntityClass => ({
  name: 'test_lift',
  spawn(self) {
    const vars = game.vars(self)
    vars.moveType = MoveType.Push
    vars.solid = Solid.Bsp
    vars.velocity = [vars.velocity[0], vars.velocity[1], liftSpeed]
    vars.nextThink = game.time + liftSeconds
    game.engine.setSize(self, [-48, -48, -8], [48, 48, 8])
    game.engine.setOrigin(self, vars.origin)
  },
  think(self) {
    const vars = game.vars(self)
    const [x, y, z]: Vec3 = vars.velocity
    vars.velocity = [x, y, -z]
    vars.nextThink = game.time + liftSeconds
  },
  blocked(self, other) {
    const data = game.dataOf(self)
    if (data !== null) data.uses += 1
    if (game.isPlayer(other)) game.players.damage(other, self, 1)
  },
})
