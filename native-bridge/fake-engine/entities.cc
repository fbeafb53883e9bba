#include "fake-engine/entities.h"

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

void linkEntity(edict_t* entity) {
  Engine& e = engine();
  if (entity->free || e.edicts.indexOf(entity) == 0) return;
  if (e.library.dll().pfnSetAbsBox) {
    e.library.call(&DLL_FUNCTIONS::pfnSetAbsBox, entity);
    return;
  }
  const Box box = at({load(entity->v.mins), load(entity->v.maxs)}, load(entity->v.origin));
  store(box.mins, entity->v.absmin);
  store(box.maxs, entity->v.absmax);
}

void setEntitySize(edict_t* entity, Box box) {
  store(box.mins, entity->v.mins);
  store(box.maxs, entity->v.maxs);
  store(box.maxs - box.mins, entity->v.size);
  linkEntity(entity);
}

void touchTriggers(edict_t* entity) {
  Engine& e = engine();
  if (entity->v.solid == SOLID_NOT) return;
  for (int i = 1; i < e.edicts.count() && !entity->free; ++i) {
    edict_t* trigger = e.edicts.at(i);
    if (trigger == entity || trigger->free || trigger->v.solid != SOLID_TRIGGER) continue;
    const Box reach{load(trigger->v.absmin), load(trigger->v.absmax)};
    if (!overlaps(reach, {load(entity->v.absmin), load(entity->v.absmax)})) continue;
    e.library.call(&DLL_FUNCTIONS::pfnTouch, trigger, entity);
  }
}

void impact(edict_t* entity, const Hit& hit) {
  Engine& e = engine();
  edict_t* other = hit.entity;
  if (!other || (entity->v.flags | other->v.flags) & FL_KILLME) return;
  if (entity->v.groupinfo && other->v.groupinfo && !(entity->v.groupinfo & other->v.groupinfo)) return;
  globalvars_t& globals = e.globals;
  globals.trace_allsolid = hit.isAllSolid;
  globals.trace_startsolid = hit.startsSolid;
  globals.trace_fraction = hit.fraction;
  store(hit.end, globals.trace_endpos);
  store(hit.normal, globals.trace_plane_normal);
  globals.trace_plane_dist = hit.distance;
  globals.trace_ent = other;
  if (entity->v.solid != SOLID_NOT) e.library.call(&DLL_FUNCTIONS::pfnTouch, entity, other);
  if (!other->free && other->v.solid != SOLID_NOT && !entity->free) {
    globals.trace_ent = entity;
    e.library.call(&DLL_FUNCTIONS::pfnTouch, other, entity);
  }
}

bool runThink(edict_t* entity) {
  Engine& e = engine();
  const float due = entity->v.nextthink;
  if (due > 0 && due <= e.globals.time + e.globals.frametime) {
    entity->v.nextthink = 0;
    // The game sees the time at which it asked to think, unless that has passed.
    const float now = e.globals.time;
    e.globals.time = due > now ? due : now;
    e.library.call(&DLL_FUNCTIONS::pfnThink, entity);
    e.globals.time = now;
  }
  const bool isOrdinary = e.edicts.indexOf(entity) > e.edicts.clients();
  if (isOrdinary && !entity->free && entity->v.flags & FL_KILLME) e.edicts.free(entity);
  return !entity->free;
}

namespace {

void setOrigin(edict_t* entity, const float* origin) {
  if (!entity || !origin) return;
  store(load(origin), entity->v.origin);
  linkEntity(entity);
}

void setSize(edict_t* entity, const float* mins, const float* maxs) {
  if (!entity || !mins || !maxs) return;
  for (int axis = 0; axis < 3; ++axis) {
    if (mins[axis] <= maxs[axis]) continue;
    engine().hostError("SetSize: mins must not exceed maxs, got %g and %g on axis %d", static_cast<double>(mins[axis]),
                       static_cast<double>(maxs[axis]), axis);
    return;
  }
  setEntitySize(entity, {load(mins), load(maxs)});
}

}  // namespace

void addEntityFunctions(enginefuncs_t& table) {
  table.pfnSetOrigin = setOrigin;
  table.pfnSetSize = setSize;
}

}  // namespace fake
