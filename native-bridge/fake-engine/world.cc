#include "fake-engine/world.h"

#include <algorithm>

#include "fake-engine/engine.h"

namespace fake {
namespace {

// Traces stop a little before what they hit, so that the next one does not start inside it.
constexpr float kEpsilon = 0.03125f;

void stopAt(Hit& hit, const Sweep& sweep, float fraction, int axis, float sign, edict_t* entity) {
  hit.fraction = std::clamp(fraction, 0.0f, 1.0f);
  hit.normal = {};
  hit.normal[axis] = sign;
  hit.end = sweep.start + (sweep.end - sweep.start) * hit.fraction;
  hit.distance = dot(hit.normal, hit.end);
  hit.entity = entity;
}

// The walls, seen from inside: the first face that the path leaves through.
void sweepRoom(const Sweep& sweep, Hit& hit, edict_t* world) {
  const Box inside{kRoom.mins - sweep.box.mins, kRoom.maxs - sweep.box.maxs};
  if (!contains(inside, sweep.start)) {
    hit.startsSolid = true;
    hit.isAllSolid = !contains(inside, sweep.end);
    if (!hit.isAllSolid) return;
    hit.fraction = 0;
    hit.end = sweep.start;
    hit.entity = world;
    return;
  }
  for (int axis = 0; axis < 3; ++axis) {
    const float way = sweep.end[axis] - sweep.start[axis];
    if (way == 0) continue;
    const float wall = way > 0 ? inside.maxs[axis] - kEpsilon : inside.mins[axis] + kEpsilon;
    const float fraction = (wall - sweep.start[axis]) / way;
    if (fraction < hit.fraction) stopAt(hit, sweep, fraction, axis, way > 0 ? -1.0f : 1.0f, world);
  }
}

// A box, seen from outside: the last slab that the path enters, if it is still inside the others.
void sweepBox(const Sweep& sweep, Box target, Hit& hit, edict_t* entity) {
  const Box solid{target.mins - sweep.box.maxs, target.maxs - sweep.box.mins};
  if (contains(solid, sweep.start)) {
    hit.startsSolid = true;
    if (!contains(solid, sweep.end)) return;
    hit.isAllSolid = true;
    hit.fraction = 0;
    hit.end = sweep.start;
    hit.entity = entity;
    return;
  }
  float enter = -1, leave = 1, sign = 0;
  int enterAxis = 0;
  for (int axis = 0; axis < 3; ++axis) {
    const float way = sweep.end[axis] - sweep.start[axis];
    if (way == 0) {
      if (sweep.start[axis] < solid.mins[axis] || sweep.start[axis] > solid.maxs[axis]) return;
      continue;
    }
    const float near = (way > 0 ? solid.mins[axis] - kEpsilon : solid.maxs[axis] + kEpsilon) - sweep.start[axis];
    const float far = (way > 0 ? solid.maxs[axis] : solid.mins[axis]) - sweep.start[axis];
    leave = std::min(leave, far / way);
    if (near / way <= enter) continue;
    enter = near / way;
    enterAxis = axis;
    sign = way > 0 ? -1.0f : 1.0f;
  }
  // A start within the epsilon of the face gives a small negative entry; sign tells it from no entry at all.
  if (sign != 0 && enter <= leave && leave >= 0 && enter < hit.fraction && enter > -1) {
    stopAt(hit, sweep, enter, enterAxis, sign, entity);
  }
}

Box boxOf(const edict_t* entity) {
  return at({load(entity->v.mins), load(entity->v.maxs)}, load(entity->v.origin));
}

}  // namespace

Box hullBox(int hull) {
  switch (static_cast<Hull>(hull)) {
    case Hull::kHuman: return {{-16, -16, -36}, {16, 16, 36}};
    case Hull::kLarge: return {{-32, -32, -32}, {32, 32, 32}};
    case Hull::kHead: return {{-16, -16, -18}, {16, 16, 18}};
    case Hull::kPoint: break;
  }
  return {};
}

Hit World::sweep(const Sweep& sweep) const {
  Engine& e = engine();
  Hit hit;
  hit.end = sweep.end;
  sweepRoom(sweep, hit, e.edicts.at(0));
  if (sweep.ignoresEntities || hit.isAllSolid) return hit;
  for (int i = 1; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    if (!blocks(sweep, entity)) continue;
    sweepBox(sweep, boxOf(entity), hit, entity);
    if (hit.isAllSolid) break;
  }
  return hit;
}

Hit World::sweepAgainst(const Sweep& sweep, edict_t* entity) const {
  Hit hit;
  hit.end = sweep.end;
  if (engine().edicts.indexOf(entity) == 0) {
    sweepRoom(sweep, hit, entity);
  } else {
    sweepBox(sweep, boxOf(entity), hit, entity);
  }
  return hit;
}

void World::setGroupMask(int mask, int operation) {
  groupMask_ = mask;
  groupOperation_ = operation;
}

bool World::blocks(const Sweep& sweep, edict_t* entity) const {
  if (entity->free || entity == sweep.skip) return false;
  if (entity->v.solid == SOLID_NOT || entity->v.solid == SOLID_TRIGGER) return false;
  // What an entity fires must not hit it, nor the other way round.
  if (sweep.skip && (entity->v.owner == sweep.skip || sweep.skip->v.owner == entity)) return false;
  if (!isInGroup(entity, sweep.skip)) return false;
  const auto shouldCollide = engine().library.newDll().pfnShouldCollide;
  if (!sweep.asksGame || !sweep.skip || !shouldCollide) return true;
  return shouldCollide(entity, const_cast<edict_t*>(sweep.skip)) != 0;
}

bool World::isInGroup(const edict_t* entity, const edict_t* mover) const {
  const int wanted = mover && mover->v.groupinfo ? mover->v.groupinfo : groupMask_;
  if (!wanted || !entity->v.groupinfo) return true;
  const bool isShared = (wanted & entity->v.groupinfo) != 0;
  return groupOperation_ == GROUP_OP_AND ? isShared : !isShared;
}

}  // namespace fake
