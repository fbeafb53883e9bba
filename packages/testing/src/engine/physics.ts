/** How entities that are not clients move: the simplest form of each movetype that game code can tell apart. */
import { EntityFlag, MoveType, Solid } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import { impact, linkEntity, runThink, touchTriggers } from './entities.js'
import { add, dot, none, scale, subtract } from './vectors.js'
import { overlaps } from './world.js'

/** One frame for every entity that is not a client. */
export function runEntities(engine: Engine): void {
  const { edicts, globals } = engine
  for (let index = 0; index < edicts.count; index += 1) {
    // Clients think and move with their own commands.
    if (edicts.isFree(index) || (index >= 1 && index <= edicts.clients)) continue
    if (runThink(engine, index) && index > 0) move(engine, index, globals.frameTime)
    const isKilled = !edicts.isFree(index) && (edicts.vars(index).flags & EntityFlag.KillMe) !== 0
    if (isKilled && index > 0) edicts.free(index)
  }
  if (globals.forceRetouch > 0) globals.forceRetouch -= 1
}

const falling: ReadonlySet<number> = new Set([MoveType.Toss, MoveType.Bounce, MoveType.Step])
const flying: ReadonlySet<number> = new Set([MoveType.Fly, MoveType.FlyMissile, MoveType.BounceMissile])

function move(engine: Engine, entity: number, seconds: number): void {
  const vars = engine.edicts.vars(entity)
  const { moveType } = vars
  if (falling.has(moveType) || flying.has(moveType)) toss(engine, entity, seconds)
  else if (moveType === MoveType.Push) push(engine, entity, seconds)
  else if (moveType === MoveType.NoClip) {
    vars.origin = add(vars.origin, scale(vars.velocity, seconds))
    vars.angles = add(vars.angles, scale(vars.aVelocity, seconds))
    linkEntity(engine, entity)
  } else if (moveType === MoveType.Follow) {
    if (vars.aimEnt >= 0) vars.origin = engine.edicts.vars(vars.aimEnt).origin
    linkEntity(engine, entity)
  }
}

function toss(engine: Engine, entity: number, seconds: number): void {
  const vars = engine.edicts.vars(entity)
  if ((vars.flags & EntityFlag.OnGround) !== 0) {
    // Until something pushes it upwards.
    if (vars.velocity[2] <= 0) return
    vars.flags &= ~EntityFlag.OnGround
  }
  if (falling.has(vars.moveType))
    vars.velocity = subtract(vars.velocity, [0, 0, gravityOf(engine, entity) * seconds])
  fly(engine, entity, seconds)
}

export function gravityOf({ cvars, edicts }: Engine, entity: number): number {
  const { gravity } = edicts.vars(entity)
  return cvars.number('sv_gravity') * (gravity === 0 ? 1 : gravity)
}

/** Moves until something solid stops it; what it hits is touched. */
function fly(engine: Engine, entity: number, seconds: number): void {
  const { edicts, world } = engine
  const vars = edicts.vars(entity)
  const { origin: start, velocity, mins, maxs } = vars
  const hit = world.sweep({
    start,
    end: add(start, scale(velocity, seconds)),
    box: { mins, maxs },
    skip: entity,
  })
  vars.origin = hit.end
  linkEntity(engine, entity)
  if (hit.fraction < 1) {
    const bounces = vars.moveType === MoveType.Bounce || vars.moveType === MoveType.BounceMissile
    const into = scale(hit.normal, dot(velocity, hit.normal))
    vars.velocity = subtract(velocity, scale(into, bounces ? 1.5 : 1))
    if (hit.normal[2] > 0.7 && falling.has(vars.moveType) && Math.abs(vars.velocity[2]) < 60) {
      vars.flags |= EntityFlag.OnGround
      vars.groundEntity = hit.entity
      vars.velocity = none
    }
    impact(engine, entity, hit)
  }
  if (!edicts.isFree(entity)) touchTriggers(engine, entity)
}

/** A pusher goes its way unless a client stands in it; then it goes back and the game is told. */
function push(engine: Engine, entity: number, seconds: number): void {
  const { clients, dll, edicts } = engine
  const vars = edicts.vars(entity)
  const start = vars.origin
  vars.ltime += seconds
  vars.origin = add(start, scale(vars.velocity, seconds))
  linkEntity(engine, entity)
  const reach = { mins: vars.absMin, maxs: vars.absMax }
  for (const { isSpawned, index } of clients.all) {
    const player = edicts.vars(index)
    if (!isSpawned || player.solid === Solid.Not) continue
    if (!overlaps(reach, { mins: player.absMin, maxs: player.absMax })) continue
    vars.origin = start
    vars.ltime -= seconds
    linkEntity(engine, entity)
    dll.blocked(entity, index)
    return
  }
}
