/** How players move: on the floor at the wished speed, in the air by gravity, sliding along what they run into. */
import { Button, MoveType, type Vec3 } from '@csr/metamod-sdk'

import type { MoveStruct } from '../engine/game-dll.js'
import { add, dot, none, scale, subtract } from '../engine/vectors.js'
import type { Hit } from '../engine/world.js'

const jumpSpeed = 270
const groundSlope = 0.7
const bumps = 4

/** What movement asks of the engine. */
export interface MoveWorld {
  gravity(): number
  trace(start: Vec3, end: Vec3): Hit
  touch(hit: Hit): void
}

export function movePlayer(move: MoveStruct, world: MoveWorld): void {
  if (move.isDead) return
  if (move.moveType === MoveType.Walk) walk(move, world)
  else if (move.moveType === MoveType.NoClip) {
    move.velocity = wishVelocity(move)
    move.origin = add(move.origin, scale(move.velocity, move.frameTime))
    move.onGround = -1
  }
}

function walk(move: MoveStruct, world: MoveWorld): void {
  findFloor(move, world)
  if (move.onGround >= 0) {
    const [x, y] = wishVelocity(move)
    const command = commandOf(move)
    const jumps = (command.buttons & Button.Jump) !== 0 && (move.oldButtons & Button.Jump) === 0
    move.velocity = [x, y, jumps ? jumpSpeed : 0]
  } else {
    move.velocity = subtract(move.velocity, [0, 0, world.gravity() * move.gravity * move.frameTime])
  }
  slide(move, world)
  findFloor(move, world)
}

interface Command {
  readonly forwardMove: number
  readonly sideMove: number
  readonly buttons: number
}

const commandOf = (move: MoveStruct): Command => move.cmd

function wishVelocity(move: MoveStruct): Vec3 {
  const yaw = move.angles[1] * (Math.PI / 180)
  const { forwardMove, sideMove } = commandOf(move)
  const wish: Vec3 = [
    Math.cos(yaw) * forwardMove + Math.sin(yaw) * sideMove,
    Math.sin(yaw) * forwardMove - Math.cos(yaw) * sideMove,
    0,
  ]
  const speed = Math.hypot(wish[0], wish[1])
  const { clientMaxSpeed, maxSpeed } = move
  const most = clientMaxSpeed > 0 && clientMaxSpeed < maxSpeed ? clientMaxSpeed : maxSpeed
  return speed <= most ? wish : scale(wish, most / speed)
}

function findFloor(move: MoveStruct, world: MoveWorld): void {
  const trace = world.trace(move.origin, subtract(move.origin, [0, 0, 2]))
  const isFloor = trace.fraction < 1 && trace.normal[2] >= groundSlope && move.velocity[2] < 180
  move.onGround = isFloor ? Math.max(0, trace.entity) : -1
}

function slide(move: MoveStruct, world: MoveWorld): void {
  let left = move.frameTime
  for (let bump = 0; bump < bumps && left > 0; bump += 1) {
    const hit = world.trace(move.origin, add(move.origin, scale(move.velocity, left)))
    if (hit.isAllSolid) {
      move.velocity = none
      return
    }
    move.origin = hit.end
    if (hit.fraction === 1) return
    world.touch(hit)
    left -= left * hit.fraction
    const into = dot(move.velocity, hit.normal)
    if (into < 0) move.velocity = subtract(move.velocity, scale(hit.normal, into))
  }
}
