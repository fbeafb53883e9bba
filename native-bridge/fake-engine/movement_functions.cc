// Helpers for monsters that walk, turn and stand on the floor.
#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

constexpr float kStepHeight = 18;
constexpr float kFloorReach = 256;

Hit sweepDown(edict_t* entity, Vec3 from, float distance) {
  const Box box{load(entity->v.mins), load(entity->v.maxs)};
  return engine().world.sweep({from, from - Vec3{0, 0, distance}, box, false, entity, true});
}

void stand(edict_t* entity, Vec3 origin, edict_t* ground) {
  store(origin, entity->v.origin);
  entity->v.flags |= FL_ONGROUND;
  entity->v.groundentity = ground;
  linkEntity(entity);
}

int entIsOnFloor(edict_t* entity) {
  if (!entity) return 0;
  const Hit hit = sweepDown(entity, load(entity->v.origin), 1);
  return hit.fraction < 1 && !hit.isAllSolid;
}

// 1 on the floor, 0 if there is none within reach, -1 inside something solid.
int dropToFloor(edict_t* entity) {
  if (!entity) return 0;
  const Hit hit = sweepDown(entity, load(entity->v.origin), kFloorReach);
  if (hit.isAllSolid) return -1;
  if (hit.fraction == 1) return 0;
  stand(entity, hit.end, hit.entity);
  return 1;
}

bool step(edict_t* entity, Vec3 way, int mode) {
  const Vec3 origin = load(entity->v.origin);
  const Box box{load(entity->v.mins), load(entity->v.maxs)};
  if (entity->v.flags & (FL_FLY | FL_SWIM)) {
    const Hit hit = engine().world.sweep({origin, origin + way, box, mode == WALKMOVE_WORLDONLY, entity, true});
    if (hit.fraction < 1) return false;
    if (mode == WALKMOVE_CHECKONLY) return true;
    store(hit.end, entity->v.origin);
    linkEntity(entity);
    return true;
  }
  // Down from a step above the goal to a step below it: a wall, a high box or a gap refuses the step.
  const Vec3 goal = origin + way;
  const Hit hit = sweepDown(entity, goal + Vec3{0, 0, kStepHeight}, 2 * kStepHeight);
  if (hit.isAllSolid || hit.startsSolid || hit.fraction == 1) return false;
  if (mode != WALKMOVE_CHECKONLY) stand(entity, hit.end, hit.entity);
  return true;
}

Vec3 wayAt(float yaw, float distance) { return basisOf({0, yaw, 0}).forward * distance; }

int walkMove(edict_t* entity, float yaw, float distance, int mode) {
  if (!entity || !(entity->v.flags & (FL_FLY | FL_SWIM | FL_ONGROUND))) return 0;
  const bool isDone = step(entity, wayAt(yaw, distance), mode);
  if (isDone && mode == WALKMOVE_NORMAL) touchTriggers(entity);
  return isDone;
}

// Straight to the goal, or around what stands in the way by trying a quarter turn to each side.
void moveToOrigin(edict_t* entity, const float* goal, float distance, int) {
  if (!entity || !goal) return;
  const float yaw = yawOf(load(goal) - load(entity->v.origin));
  for (const float detour : {0.0f, 45.0f, -45.0f, 90.0f, -90.0f}) {
    if (step(entity, wayAt(yaw + detour, distance), WALKMOVE_NORMAL)) return;
  }
}

void changeYaw(edict_t* entity) {
  if (entity) entity->v.angles[1] = turn(entity->v.angles[1], entity->v.ideal_yaw, entity->v.yaw_speed);
}

void changePitch(edict_t* entity) {
  if (entity) entity->v.angles[0] = turn(entity->v.angles[0], entity->v.idealpitch, entity->v.pitch_speed);
}

}  // namespace

void addMovementFunctions(enginefuncs_t& table) {
  table.pfnEntIsOnFloor = entIsOnFloor;
  table.pfnDropToFloor = dropToFloor;
  table.pfnWalkMove = walkMove;
  table.pfnMoveToOrigin = moveToOrigin;
  table.pfnChangeYaw = changeYaw;
  table.pfnChangePitch = changePitch;
}

}  // namespace fake
