/** Entities in the world: linked when they move, touching what they meet, thinking when it is time. */
import { EntityFlag, Solid } from '@csr/metamod-sdk'

import type { Engine } from './engine.js'
import { subtract } from './vectors.js'
import { overlaps, type Box, type Hit } from './world.js'

/** After an entity moved or changed its size: its absolute box, which is the game's affair. */
export function linkEntity({ edicts, dll }: Engine, entity: number): void {
  if (!edicts.isFree(entity) && entity !== 0) dll.setAbsBox(entity)
}

export function setEntitySize(engine: Engine, entity: number, { mins, maxs }: Box): void {
  const vars = engine.edicts.vars(entity)
  vars.mins = mins
  vars.maxs = maxs
  vars.size = subtract(maxs, mins)
  linkEntity(engine, entity)
}

/** Touches between a solid mover and the triggers that it overlaps. */
export function touchTriggers({ edicts, dll }: Engine, entity: number): void {
  const vars = edicts.vars(entity)
  if (vars.solid === Solid.Not) return
  for (let index = 1; index < edicts.count && !edicts.isFree(entity); index += 1) {
    if (index === entity || edicts.isFree(index)) continue
    const trigger = edicts.vars(index)
    if (trigger.solid !== Solid.Trigger) continue
    const reach = { mins: trigger.absMin, maxs: trigger.absMax }
    if (overlaps(reach, { mins: vars.absMin, maxs: vars.absMax })) dll.touch(index, entity)
  }
}

/** Touch both ways between two that ran into each other; the trace is what the game finds in its globals. */
export function impact({ edicts, dll, globals }: Engine, entity: number, hit: Hit): void {
  const other = hit.entity
  if (other < 0) return
  const [vars, met] = [edicts.vars(entity), edicts.vars(other)]
  if (((vars.flags | met.flags) & EntityFlag.KillMe) !== 0) return
  if (vars.groupInfo !== 0 && met.groupInfo !== 0 && (vars.groupInfo & met.groupInfo) === 0) return
  globals.traceAllSolid = Number(hit.isAllSolid)
  globals.traceStartSolid = Number(hit.startsSolid)
  globals.traceFraction = hit.fraction
  globals.traceEndPos = hit.end
  globals.tracePlaneNormal = hit.normal
  globals.tracePlaneDist = hit.distance
  globals.traceEnt = other
  if (vars.solid !== Solid.Not) dll.touch(entity, other)
  if (edicts.isFree(other) || met.solid === Solid.Not || edicts.isFree(entity)) return
  globals.traceEnt = entity
  dll.touch(other, entity)
}

/** Thinks if its time has come. @returns false if the entity is gone afterwards. */
export function runThink({ edicts, dll, globals }: Engine, entity: number): boolean {
  const vars = edicts.vars(entity)
  const due = vars.nextThink
  if (due > 0 && due <= globals.time + globals.frameTime) {
    vars.nextThink = 0
    // The game sees the time at which it asked to think, unless that has passed.
    const now = globals.time
    globals.time = Math.max(due, now)
    dll.think(entity)
    globals.time = now
  }
  const isOrdinary = entity > edicts.clients
  if (isOrdinary && !edicts.isFree(entity) && (vars.flags & EntityFlag.KillMe) !== 0) edicts.free(entity)
  return !edicts.isFree(entity)
}
