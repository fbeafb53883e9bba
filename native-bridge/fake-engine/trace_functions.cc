#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

void answer(const Hit& hit, TraceResult* out) {
  if (!out) return;
  *out = TraceResult{};
  out->fAllSolid = hit.isAllSolid;
  out->fStartSolid = hit.startsSolid;
  out->fInOpen = !hit.isAllSolid;
  out->flFraction = hit.fraction;
  store(hit.end, out->vecEndPos);
  out->flPlaneDist = hit.distance;
  store(hit.normal, out->vecPlaneNormal);
  // A trace that hits nothing names the world, as GoldSrc does.
  out->pHit = hit.entity ? hit.entity : engine().edicts.at(0);
  out->iHitgroup = 0;
}

// The low byte says whether monsters are passed through, the next whether glass is; there is no glass here.
bool ignoresMonsters(int flags) { return (flags & 0xff) == 1; }

Sweep makeSweep(const float* start, const float* end, Box box, int flags, const edict_t* skip) {
  return {load(start), load(end), box, ignoresMonsters(flags), skip, true};
}

void traceLine(const float* start, const float* end, int flags, edict_t* skip, TraceResult* out) {
  answer(engine().world.sweep(makeSweep(start, end, {}, flags, skip)), out);
}

void traceHull(const float* start, const float* end, int flags, int hull, edict_t* skip, TraceResult* out) {
  answer(engine().world.sweep(makeSweep(start, end, hullBox(hull), flags, skip)), out);
}

int traceMonsterHull(edict_t* entity, const float* start, const float* end, int flags, edict_t* skip,
                     TraceResult* out) {
  Box box;
  if (entity) box = {load(entity->v.mins), load(entity->v.maxs)};
  const Hit hit = engine().world.sweep(makeSweep(start, end, box, flags, skip ? skip : entity));
  answer(hit, out);
  return hit.isAllSolid || hit.fraction != 1;
}

// Flies the entity on as it would by gravity, for at most ten seconds.
void traceToss(edict_t* entity, edict_t* ignored, TraceResult* out) {
  if (!entity) return;
  constexpr float kStep = 0.05f;
  constexpr int kSteps = 200;
  Engine& e = engine();
  const Box box{load(entity->v.mins), load(entity->v.maxs)};
  const float gravity = e.cvars.number("sv_gravity") * (entity->v.gravity != 0 ? entity->v.gravity : 1);
  Vec3 origin = load(entity->v.origin), velocity = load(entity->v.velocity);
  Hit hit;
  for (int step = 0; step < kSteps && hit.fraction == 1; ++step) {
    velocity.z -= gravity * kStep;
    hit = e.world.sweep({origin, origin + velocity * kStep, box, false, ignored ? ignored : entity, true});
    origin = hit.end;
  }
  answer(hit, out);
}

void traceModel(const float* start, const float* end, int hull, edict_t* entity, TraceResult* out) {
  if (!entity) return;
  answer(engine().world.sweepAgainst(makeSweep(start, end, hullBox(hull), 0, nullptr), entity), out);
}

// A sphere counts as the cube about it.
void traceSphere(const float* start, const float* end, int flags, float radius, edict_t* skip, TraceResult* out) {
  const Box cube{{-radius, -radius, -radius}, {radius, radius, radius}};
  answer(engine().world.sweep(makeSweep(start, end, cube, flags, skip)), out);
}

const char* textureFacing(Vec3 normal) {
  if (normal.z > 0) return "FLOOR";
  if (normal.z < 0) return "CEILING";
  return "WALL";
}

const char* traceTexture(edict_t* entity, const float* start, const float* end) {
  Engine& e = engine();
  const Sweep line = makeSweep(start, end, {}, 1, nullptr);
  const Hit hit = entity ? e.world.sweepAgainst(line, entity) : e.world.sweep(line);
  return hit.fraction == 1 ? nullptr : textureFacing(hit.normal);
}

int pointContents(const float* point) {
  return engine().world.isSolidAt(load(point)) ? CONTENTS_SOLID : CONTENTS_EMPTY;
}

// Straight ahead: the fake engine leaves the choice of a target to the game.
void getAimVector(edict_t* entity, float, float* out) {
  if (entity) store(basisOf(load(entity->v.v_angle)).forward, out);
}

void setGroupMask(int mask, int operation) { engine().world.setGroupMask(mask, operation); }

}  // namespace

void addTraceFunctions(enginefuncs_t& table) {
  table.pfnTraceLine = traceLine;
  table.pfnTraceToss = traceToss;
  table.pfnTraceMonsterHull = traceMonsterHull;
  table.pfnTraceHull = traceHull;
  table.pfnTraceModel = traceModel;
  table.pfnTraceTexture = traceTexture;
  table.pfnTraceSphere = traceSphere;
  table.pfnGetAimVector = getAimVector;
  table.pfnPointContents = pointContents;
  table.pfnSetGroupMask = setGroupMask;
}

}  // namespace fake
