// How entities that are not clients move: the simplest form of each movetype that game code can tell apart.
#include "fake-engine/engine.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

float gravityOf(const edict_t* entity) {
  return engine().cvars.number("sv_gravity") * (entity->v.gravity != 0 ? entity->v.gravity : 1);
}

bool falls(int movetype) {
  return movetype == MOVETYPE_TOSS || movetype == MOVETYPE_BOUNCE || movetype == MOVETYPE_STEP;
}

// Moves until something solid stops it; what it hits is touched.
void fly(edict_t* entity, float seconds) {
  const Vec3 start = load(entity->v.origin);
  const Box box{load(entity->v.mins), load(entity->v.maxs)};
  const Vec3 velocity = load(entity->v.velocity);
  const Hit hit = engine().world.sweep({start, start + velocity * seconds, box, false, entity, true});
  store(hit.end, entity->v.origin);
  linkEntity(entity);
  if (hit.fraction < 1) {
    const bool bounces = entity->v.movetype == MOVETYPE_BOUNCE || entity->v.movetype == MOVETYPE_BOUNCEMISSILE;
    const Vec3 into = hit.normal * dot(velocity, hit.normal);
    store(bounces ? velocity - into * 1.5f : velocity - into, entity->v.velocity);
    if (hit.normal.z > 0.7f && falls(entity->v.movetype) && std::fabs(entity->v.velocity[2]) < 60) {
      entity->v.flags |= FL_ONGROUND;
      entity->v.groundentity = hit.entity;
      store({}, entity->v.velocity);
    }
    impact(entity, hit);
  }
  if (!entity->free) touchTriggers(entity);
}

void toss(edict_t* entity, float seconds) {
  if (entity->v.flags & FL_ONGROUND) {
    // Until something pushes it upwards.
    if (entity->v.velocity[2] <= 0) return;
    entity->v.flags &= ~FL_ONGROUND;
  }
  if (falls(entity->v.movetype)) entity->v.velocity[2] -= gravityOf(entity) * seconds;
  fly(entity, seconds);
}

// A pusher goes its way unless a client stands in it; then it goes back and the game is told.
void push(edict_t* entity, float seconds) {
  Engine& e = engine();
  const Vec3 start = load(entity->v.origin);
  entity->v.ltime += seconds;
  store(start + load(entity->v.velocity) * seconds, entity->v.origin);
  linkEntity(entity);
  const Box reach{load(entity->v.absmin), load(entity->v.absmax)};
  for (Client& client : e.clients.all()) {
    edict_t* player = client.edict();
    if (!client.isSpawned() || player->v.solid == SOLID_NOT) continue;
    if (!overlaps(reach, {load(player->v.absmin), load(player->v.absmax)})) continue;
    store(start, entity->v.origin);
    entity->v.ltime -= seconds;
    linkEntity(entity);
    e.library.call(&DLL_FUNCTIONS::pfnBlocked, entity, player);
    return;
  }
}

void move(edict_t* entity, float seconds) {
  switch (entity->v.movetype) {
    case MOVETYPE_PUSH:
      push(entity, seconds);
      break;
    case MOVETYPE_NOCLIP:
      store(load(entity->v.origin) + load(entity->v.velocity) * seconds, entity->v.origin);
      store(load(entity->v.angles) + load(entity->v.avelocity) * seconds, entity->v.angles);
      linkEntity(entity);
      break;
    case MOVETYPE_FOLLOW:
      if (entity->v.aiment) store(load(entity->v.aiment->v.origin), entity->v.origin);
      linkEntity(entity);
      break;
    case MOVETYPE_TOSS:
    case MOVETYPE_BOUNCE:
    case MOVETYPE_STEP:
    case MOVETYPE_FLY:
    case MOVETYPE_FLYMISSILE:
    case MOVETYPE_BOUNCEMISSILE:
      toss(entity, seconds);
      break;
    default:
      break;
  }
}

}  // namespace

void runEntities() {
  Engine& e = engine();
  for (int i = 0; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    // Clients think and move with their own commands.
    if (entity->free || (i >= 1 && i <= e.edicts.clients())) continue;
    if (runThink(entity) && i > 0) move(entity, e.globals.frametime);
    if (!entity->free && entity->v.flags & FL_KILLME && i > 0) e.edicts.free(entity);
  }
  if (e.globals.force_retouch > 0) e.globals.force_retouch -= 1;
}

}  // namespace fake
