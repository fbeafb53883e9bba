// Searches through the entities. GoldSrc answers with the world where nothing is found, except that FindEntityByString
// started wrongly gives NULL.
#include <cstring>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

struct Field {
  const char* name;
  string_t entvars_t::* member;
};

constexpr Field kFields[] = {
    {"classname", &entvars_t::classname}, {"globalname", &entvars_t::globalname}, {"model", &entvars_t::model},
    {"target", &entvars_t::target},       {"targetname", &entvars_t::targetname}, {"netname", &entvars_t::netname},
    {"message", &entvars_t::message},     {"noise", &entvars_t::noise},           {"noise1", &entvars_t::noise1},
    {"noise2", &entvars_t::noise2},       {"noise3", &entvars_t::noise3}};

int indexAfter(const edict_t* start) { return start ? engine().edicts.indexOf(start) + 1 : 1; }

edict_t* findByString(edict_t* start, const char* fieldName, const char* value) {
  Engine& e = engine();
  if (!fieldName || !value) return nullptr;
  for (const Field& field : kFields) {
    if (std::strcmp(field.name, fieldName) != 0) continue;
    for (int i = indexAfter(start); i < e.edicts.count(); ++i) {
      edict_t* entity = e.edicts.at(i);
      const string_t handle = entity->v.*field.member;
      if (!entity->free && handle && !std::strcmp(e.table.pfnSzFromIndex(handle), value)) return entity;
    }
    return e.edicts.at(0);
  }
  e.console.line("FindEntityByString: '%s' is no text field of an entity", fieldName);
  return nullptr;
}

edict_t* findInSphere(edict_t* start, const float* center, float radius) {
  Engine& e = engine();
  for (int i = indexAfter(start); i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    if (entity->free || !entity->v.classname) continue;
    // The distance to the nearest point of the entity's box.
    Vec3 gap;
    for (int axis = 0; axis < 3; ++axis) {
      const float at = load(center)[axis];
      gap[axis] = at - std::fmin(std::fmax(at, entity->v.absmin[axis]), entity->v.absmax[axis]);
    }
    if (length(gap) <= radius) return entity;
  }
  return e.edicts.at(0);
}

// The next living client after the one found last, in turn, as monsters look for players.
edict_t* findClientInPVS(edict_t*) {
  static int last = 0;
  Engine& e = engine();
  const int clients = e.edicts.clients();
  for (int step = 1; step <= clients; ++step) {
    const int index = (last + step - 1) % clients + 1;
    edict_t* player = e.edicts.at(index);
    const Client* client = e.clients.slot(index);
    if (!client->isSpawned() || player->v.health <= 0 || player->v.flags & FL_NOTARGET) continue;
    last = index;
    return player;
  }
  return e.edicts.at(0);
}

// All entities with a model, chained from the answer on; the chain ends with the world.
edict_t* entitiesInPVS(edict_t* player) {
  Engine& e = engine();
  edict_t* chain = e.edicts.at(0);
  for (int i = 1; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    if (entity->free || entity == player || !entity->pvPrivateData) continue;
    entity->v.chain = chain;
    chain = entity;
  }
  return chain;
}

}  // namespace

void addFindFunctions(enginefuncs_t& table) {
  table.pfnFindEntityByString = findByString;
  table.pfnFindEntityInSphere = findInSphere;
  table.pfnFindClientInPVS = findClientInPVS;
  table.pfnEntitiesInPVS = entitiesInPVS;
}

}  // namespace fake
