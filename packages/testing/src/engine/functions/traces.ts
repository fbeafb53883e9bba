/** Traces through the box room. */
import { Contents, type TraceResult, type Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'
import type { Struct } from '../game-dll.js'
import { gravityOf } from '../physics.js'
import { VisibilitySet, type Cell } from '../pointers.js'
import { add, basisOf, none, scale, subtract } from '../vectors.js'
import { hullBox, type Box, type Hit, type Sweep } from '../world.js'

const tossStep = 0.05
const tossSteps = 200

// The low byte says whether monsters are passed through, the next whether glass is; there is no glass here.
const makeSweep = (start: Vec3, end: Vec3, box: Box, flags: number, skip: number): Sweep => ({
  start,
  end,
  box,
  ignoresEntities: (flags & 0xff) === 1,
  skip,
})

function answer(hit: Hit, trace: Struct<TraceResult>): void {
  trace.allSolid = hit.isAllSolid
  trace.startSolid = hit.startsSolid
  trace.inOpen = !hit.isAllSolid
  trace.inWater = false
  trace.fraction = hit.fraction
  trace.endPos = hit.end
  trace.planeDist = hit.distance
  trace.planeNormal = hit.normal
  // A trace that hits nothing names the world, as GoldSrc does.
  trace.hit = Math.max(0, hit.entity)
  trace.hitGroup = 0
}

const textureFacing = ([, , up]: Vec3): string => (up > 0 ? 'FLOOR' : up < 0 ? 'CEILING' : 'WALL')

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function traceFunctions(engine: Engine) {
  const { edicts, world } = engine
  const point = hullBox(0)
  const everything = new VisibilitySet()
  type Trace = Struct<TraceResult>
  return {
    traceLine(start: Vec3, end: Vec3, flags: number, skip: number, trace: Trace): void {
      answer(world.sweep(makeSweep(start, end, point, flags, skip)), trace)
    },
    traceHull(start: Vec3, end: Vec3, flags: number, hull: number, skip: number, trace: Trace): void {
      answer(world.sweep(makeSweep(start, end, hullBox(hull), flags, skip)), trace)
    },
    traceMonsterHull(
      entity: number,
      start: Vec3,
      end: Vec3,
      flags: number,
      skip: number,
      trace: Trace,
    ): boolean {
      const { mins, maxs } = edicts.vars(entity)
      const hit = world.sweep(makeSweep(start, end, { mins, maxs }, flags, skip < 0 ? entity : skip))
      answer(hit, trace)
      return hit.isAllSolid || hit.fraction !== 1
    },
    // Flies the entity on as it would by gravity, for at most ten seconds.
    traceToss(entity: number, skip: number, trace: Trace): void {
      const { mins, maxs, origin, velocity } = edicts.vars(entity)
      const fall: Vec3 = [0, 0, gravityOf(engine, entity) * tossStep]
      let [at, speed] = [origin, velocity]
      let hit = world.sweep(makeSweep(at, at, { mins, maxs }, 0, skip < 0 ? entity : skip))
      for (let step = 0; step < tossSteps && hit.fraction === 1; step += 1) {
        speed = subtract(speed, fall)
        const end = add(at, scale(speed, tossStep))
        hit = world.sweep(makeSweep(at, end, { mins, maxs }, 0, skip < 0 ? entity : skip))
        at = hit.end
      }
      answer(hit, trace)
    },
    traceModel(start: Vec3, end: Vec3, hull: number, entity: number, trace: Trace): void {
      answer(world.sweepAgainst(makeSweep(start, end, hullBox(hull), 0, -1), entity), trace)
    },
    // A sphere counts as the cube about it.
    traceSphere(start: Vec3, end: Vec3, flags: number, radius: number, skip: number, trace: Trace): void {
      const cube: Box = { mins: [-radius, -radius, -radius], maxs: [radius, radius, radius] }
      answer(world.sweep(makeSweep(start, end, cube, flags, skip)), trace)
    },
    traceTexture(entity: number, start: Vec3, end: Vec3): string | null {
      const line = makeSweep(start, end, point, 1, -1)
      const hit = entity >= 0 ? world.sweepAgainst(line, entity) : world.sweep(line)
      return hit.fraction === 1 ? null : textureFacing(hit.normal)
    },
    pointContents: (at: Vec3): number => (world.isSolidAt(at) ? Contents.Solid : Contents.Empty),
    // Straight ahead: the choice of a target is left to the game.
    getAimVector(entity: number, _speed: number, direction: Cell<Vec3>): void {
      direction.value = entity < 0 ? none : basisOf(edicts.vars(entity).vAngle).forward
    },
    setGroupMask(mask: number, operation: number): void {
      world.setGroupMask(mask, operation)
    },
    setFatPVS: (_origin: Vec3): VisibilitySet => everything,
    setFatPAS: (_origin: Vec3): VisibilitySet => everything,
    checkVisibility: (entity: number, set: VisibilitySet | null): number =>
      Number(set === null || (entity >= 0 && !world.isSolidAt(edicts.vars(entity).origin))),
  }
}
