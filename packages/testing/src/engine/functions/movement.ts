/** Vectors, and helpers for monsters that walk, turn and stand on the floor. */
import { EntityFlag, WalkMoveMode, type Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'
import { linkEntity, touchTriggers } from '../entities.js'
import type { Cell } from '../pointers.js'
import { add, anglesOf, basisOf, scale, subtract, turn, yawOf } from '../vectors.js'
import type { Hit } from '../world.js'

const stepHeight = 18
const floorReach = 256
const detours = [0, 45, -45, 90, -90]
const { Fly, Swim, OnGround } = EntityFlag

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function movementFunctions(engine: Engine) {
  const { edicts, globals } = engine
  const walker = new Walker(engine)
  return {
    vecToYaw: (direction: Vec3): number => yawOf(direction),
    vecToAngles(direction: Vec3, angles: Cell<Vec3>): void {
      angles.value = anglesOf(direction)
    },
    makeVectors(angles: Vec3): void {
      const { forward, right, up } = basisOf(angles)
      Object.assign(globals, { vForward: forward, vRight: right, vUp: up })
    },
    angleVectors(
      angles: Vec3,
      forward: Cell<Vec3> | null,
      right: Cell<Vec3> | null,
      up: Cell<Vec3> | null,
    ): void {
      const basis = basisOf(angles)
      if (forward !== null) forward.value = basis.forward
      if (right !== null) right.value = basis.right
      if (up !== null) up.value = basis.up
    },
    entIsOnFloor(entity: number): boolean {
      const hit = walker.down(entity, edicts.vars(entity).origin, 1)
      return hit.fraction < 1 && !hit.isAllSolid
    },
    // 1 on the floor, 0 if there is none within reach, -1 inside something solid.
    dropToFloor(entity: number): number {
      const hit = walker.down(entity, edicts.vars(entity).origin, floorReach)
      if (hit.isAllSolid) return -1
      if (hit.fraction === 1) return 0
      walker.stand(entity, hit.end, hit.entity)
      return 1
    },
    walkMove(entity: number, yaw: number, distance: number, mode: number): boolean {
      if ((edicts.vars(entity).flags & (Fly | Swim | OnGround)) === 0) return false
      const isDone = walker.step(entity, wayAt(yaw, distance), mode)
      if (isDone && mode === WalkMoveMode.Normal) touchTriggers(engine, entity)
      return isDone
    },
    // Straight to the goal, or around what stands in the way by trying a turn to each side.
    moveToOrigin(entity: number, goal: Vec3, distance: number, _moveType: number): void {
      const yaw = yawOf(subtract(goal, edicts.vars(entity).origin))
      detours.some((detour) => walker.step(entity, wayAt(yaw + detour, distance), WalkMoveMode.Normal))
    },
    changeYaw(entity: number): void {
      const vars = edicts.vars(entity)
      const [pitch, yaw, roll] = vars.angles
      vars.angles = [pitch, turn(yaw, vars.idealYaw, vars.yawSpeed), roll]
    },
    changePitch(entity: number): void {
      const vars = edicts.vars(entity)
      const [pitch, yaw, roll] = vars.angles
      vars.angles = [turn(pitch, vars.idealPitch, vars.pitchSpeed), yaw, roll]
    },
  }
}

const wayAt = (yaw: number, distance: number): Vec3 => scale(basisOf([0, yaw, 0]).forward, distance)

class Walker {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  down(entity: number, start: Vec3, distance: number): Hit {
    const { mins, maxs } = this.#engine.edicts.vars(entity)
    const end = subtract(start, [0, 0, distance])
    return this.#engine.world.sweep({ start, end, box: { mins, maxs }, skip: entity })
  }

  stand(entity: number, origin: Vec3, ground: number): void {
    const vars = this.#engine.edicts.vars(entity)
    vars.origin = origin
    vars.flags |= OnGround
    vars.groundEntity = ground
    linkEntity(this.#engine, entity)
  }

  step(entity: number, way: Vec3, mode: number): boolean {
    const vars = this.#engine.edicts.vars(entity)
    if ((vars.flags & (Fly | Swim)) !== 0) return this.#fly(entity, way, mode)
    // Down from a step above the goal to a step below it: a wall, a high box or a gap refuses the step.
    const goal = add(vars.origin, way)
    const hit = this.down(entity, add(goal, [0, 0, stepHeight]), 2 * stepHeight)
    if (hit.isAllSolid || hit.startsSolid || hit.fraction === 1) return false
    if (mode !== WalkMoveMode.CheckOnly) this.stand(entity, hit.end, hit.entity)
    return true
  }

  #fly(entity: number, way: Vec3, mode: number): boolean {
    const vars = this.#engine.edicts.vars(entity)
    const { origin: start, mins, maxs } = vars
    const ignoresEntities = mode === WalkMoveMode.WorldOnly
    const box = { mins, maxs }
    const hit = this.#engine.world.sweep({ start, end: add(start, way), box, ignoresEntities, skip: entity })
    if (hit.fraction < 1) return false
    if (mode === WalkMoveMode.CheckOnly) return true
    vars.origin = hit.end
    linkEntity(this.#engine, entity)
    return true
  }
}
