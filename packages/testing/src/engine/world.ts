/** The world is one empty room with solid walls, 1024 by 1024 by 384 units, and the boxes of the entities in it. */
import { GroupOp, Solid, type Vec3 } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import { add, dot, none, scale, subtract } from './vectors.js'

export interface Box {
  readonly mins: Vec3
  readonly maxs: Vec3
}

export interface Sweep {
  readonly start: Vec3
  readonly end: Vec3
  /** Swept, about the moving point. */
  readonly box?: Box
  readonly ignoresEntities?: boolean
  /** -1 for none. */
  readonly skip?: number
  /** Prediction code must not call the game's ShouldCollide. */
  readonly asksGame?: boolean
}

export interface Hit {
  isAllSolid: boolean
  startsSolid: boolean
  fraction: number
  end: Vec3
  normal: Vec3
  /** Of the plane from the origin. */
  distance: number
  /** -1 in mid-air. */
  entity: number
}

// Traces stop a little before what they hit, so that the next one does not start inside it.
const epsilon = 0.03125
const room: Box = { mins: [-512, -512, 0], maxs: [512, 512, 384] }
const point: Box = { mins: none, maxs: none }
const axes = [0, 1, 2] as const

const hulls: readonly Box[] = [
  point,
  { mins: [-16, -16, -36], maxs: [16, 16, 36] },
  { mins: [-32, -32, -32], maxs: [32, 32, 32] },
  { mins: [-16, -16, -18], maxs: [16, 16, 18] },
]

/** A hull number out of range counts as the point hull. */
export const hullBox = (hull: number): Box => hulls[hull] ?? point

export const boxAt = ({ mins, maxs }: Box, origin: Vec3): Box => ({
  mins: add(mins, origin),
  maxs: add(maxs, origin),
})

export const overlaps = (a: Box, b: Box): boolean =>
  axes.every((axis) => a.mins[axis] <= b.maxs[axis] && a.maxs[axis] >= b.mins[axis])

const contains = ({ mins, maxs }: Box, at: Vec3): boolean =>
  axes.every((axis) => at[axis] >= mins[axis] && at[axis] <= maxs[axis])

export class World {
  readonly #engine: Engine
  #groupMask = 0
  #groupOperation: number = GroupOp.And

  constructor(engine: Engine) {
    this.#engine = engine
  }

  sweep(sweep: Sweep): Hit {
    const hit = freshHit(sweep)
    sweepRoom(sweep, hit)
    const isStuck = (): boolean => hit.isAllSolid
    if (sweep.ignoresEntities === true || isStuck()) return hit
    const { edicts } = this.#engine
    for (let index = 1; index < edicts.count && !isStuck(); index += 1)
      if (this.#blocks(sweep, index)) sweepBox(sweep, this.#boxOf(index), hit, index)
    return hit
  }

  /** Against one entity alone. */
  sweepAgainst(sweep: Sweep, entity: number): Hit {
    const hit = freshHit(sweep)
    if (entity === 0) sweepRoom(sweep, hit)
    else sweepBox(sweep, this.#boxOf(entity), hit, entity)
    return hit
  }

  isSolidAt(at: Vec3): boolean {
    return !contains(room, at)
  }

  /** Entities whose groupinfo does not match the mask let traces through. */
  setGroupMask(mask: number, operation: number): void {
    this.#groupMask = mask
    this.#groupOperation = operation
  }

  #boxOf(entity: number): Box {
    const { mins, maxs, origin } = this.#engine.edicts.vars(entity)
    return boxAt({ mins, maxs }, origin)
  }

  #blocks({ skip = -1, asksGame = true }: Sweep, entity: number): boolean {
    const { edicts, dll } = this.#engine
    if (edicts.isFree(entity) || entity === skip) return false
    const vars = edicts.vars(entity)
    if (vars.solid === Solid.Not || vars.solid === Solid.Trigger) return false
    // What an entity fires must not hit it, nor the other way round.
    if (skip >= 0 && (vars.owner === skip || edicts.vars(skip).owner === entity)) return false
    if (!this.#isInGroup(entity, skip)) return false
    return !asksGame || skip < 0 || dll.shouldCollide(entity, skip)
  }

  #isInGroup(entity: number, mover: number): boolean {
    const { edicts } = this.#engine
    const own = mover >= 0 ? edicts.vars(mover).groupInfo : 0
    const wanted = own === 0 ? this.#groupMask : own
    const { groupInfo } = edicts.vars(entity)
    if (wanted === 0 || groupInfo === 0) return true
    const isShared = (wanted & groupInfo) !== 0
    return this.#groupOperation === GroupOp.And ? isShared : !isShared
  }
}

const freshHit = ({ end }: Sweep): Hit => ({
  isAllSolid: false,
  startsSolid: false,
  fraction: 1,
  end,
  normal: none,
  distance: 0,
  entity: -1,
})

function stopInside(hit: Hit, sweep: Sweep, entity: number): void {
  hit.fraction = 0
  hit.end = sweep.start
  hit.entity = entity
}

function stopAt(hit: Hit, sweep: Sweep, fraction: number, axis: 0 | 1 | 2, sign: number): void {
  const normal: [number, number, number] = [0, 0, 0]
  normal[axis] = sign
  hit.fraction = Math.max(0, Math.min(1, fraction))
  hit.normal = normal
  hit.end = add(sweep.start, scale(subtract(sweep.end, sweep.start), hit.fraction))
  hit.distance = dot(normal, hit.end)
}

/** The walls, seen from inside: the first face that the path leaves through. */
function sweepRoom(sweep: Sweep, hit: Hit): void {
  const { start, end, box = point } = sweep
  const inside: Box = { mins: subtract(room.mins, box.mins), maxs: subtract(room.maxs, box.maxs) }
  if (!contains(inside, start)) {
    hit.startsSolid = true
    hit.isAllSolid = !contains(inside, end)
    if (hit.isAllSolid) stopInside(hit, sweep, 0)
    return
  }
  for (const axis of axes) {
    const way = end[axis] - start[axis]
    if (way === 0) continue
    const wall = way > 0 ? inside.maxs[axis] - epsilon : inside.mins[axis] + epsilon
    const fraction = (wall - start[axis]) / way
    if (fraction >= hit.fraction) continue
    stopAt(hit, sweep, fraction, axis, way > 0 ? -1 : 1)
    hit.entity = 0
  }
}

/** A box, seen from outside: the last slab that the path enters, if it is still inside the others. */
function sweepBox(sweep: Sweep, target: Box, hit: Hit, entity: number): void {
  const { start, end, box = point } = sweep
  const solid: Box = { mins: subtract(target.mins, box.maxs), maxs: subtract(target.maxs, box.mins) }
  if (contains(solid, start)) {
    hit.startsSolid = true
    if (!contains(solid, end)) return
    hit.isAllSolid = true
    stopInside(hit, sweep, entity)
    return
  }
  const entry = entryInto(sweep, solid)
  if (entry === null || entry.at >= hit.fraction) return
  stopAt(hit, sweep, entry.at, entry.axis, entry.sign)
  hit.entity = entity
}

function entryInto({ start, end }: Sweep, solid: Box): { at: number; axis: 0 | 1 | 2; sign: number } | null {
  let leave = 1
  let entry = { at: -1, axis: 0 as 0 | 1 | 2, sign: 0 }
  for (const axis of axes) {
    const way = end[axis] - start[axis]
    if (way === 0) {
      if (start[axis] < solid.mins[axis] || start[axis] > solid.maxs[axis]) return null
      continue
    }
    const near = (way > 0 ? solid.mins[axis] - epsilon : solid.maxs[axis] + epsilon) - start[axis]
    const far = (way > 0 ? solid.maxs[axis] : solid.mins[axis]) - start[axis]
    leave = Math.min(leave, far / way)
    if (near / way > entry.at) entry = { at: near / way, axis, sign: way > 0 ? -1 : 1 }
  }
  // A start within the epsilon of the face gives a small negative entry; the sign tells it from no entry at all.
  return entry.sign !== 0 && entry.at <= leave && leave >= 0 && entry.at > -1 ? entry : null
}
