// Models have names, indexes and boxes here, but no files: there are no frames, bones or attachments to look at.
#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

void setModel(edict_t* entity, const char* name) {
  Engine& e = engine();
  if (!entity || !name) return;
  const int index = e.precache.models.find(name);
  if (!index && *name) {
    e.hostError("SetModel: '%s' is not precached; call PrecacheModel while the map loads", name);
    return;
  }
  entity->v.modelindex = index;
  entity->v.model = *name ? e.strings.allocate(name) : 0;
  // A brush model brings its own size in a real engine; here only map files say how large one is.
  if (*name != '*') setEntitySize(entity, {});
}

int modelFrames(int index) { return engine().precache.models.name(index) ? 1 : 0; }

void* getModelPtr(edict_t*) { return nullptr; }

void animationAutomove(const edict_t*, float) {}

// Bones and attachments all lie at the entity's origin.
void whereEntityIs(const edict_t* entity, int, float* origin, float* angles) {
  if (!entity) return;
  store(load(entity->v.origin), origin);
  store(load(entity->v.angles), angles);
}

int getEntityIllum(edict_t* entity) {
  constexpr int kEvenLight = 128;
  return entity && entity->v.light_level ? entity->v.light_level : kEvenLight;
}

// Decals have no file either: each name gets a number of its own.
int decalIndex(const char* name) {
  std::vector<std::string>& known = engine().effects.decals;
  if (!name || !*name) return -1;
  for (size_t i = 0; i < known.size(); ++i) {
    if (known[i] == name) return static_cast<int>(i);
  }
  if (known.size() == Effects::kMaxDecals) return -1;
  known.emplace_back(name);
  return static_cast<int>(known.size()) - 1;
}

}  // namespace

void addModelFunctions(enginefuncs_t& table) {
  table.pfnSetModel = setModel;
  table.pfnModelFrames = modelFrames;
  table.pfnGetModelPtr = getModelPtr;
  table.pfnAnimationAutomove = animationAutomove;
  table.pfnGetBonePosition = whereEntityIs;
  table.pfnGetAttachment = whereEntityIs;
  table.pfnGetEntityIllum = getEntityIllum;
  table.pfnDecalIndex = decalIndex;
}

}  // namespace fake
