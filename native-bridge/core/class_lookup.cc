#include "core/class_lookup.h"

#include <cstring>
#include <string>

#include "core/entity_class_name.h"
#include "core/format.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

struct Lookup {
  const entvars_t* told = nullptr;  // the entity whose class the engine told last; only compared, never read
  std::string className;
  const edict_t* made = nullptr;  // by us as "custom", whose next pair is not for the game
  bool engineAsks = false;
  decltype(enginefuncs_t::pfnCreateNamedEntity) createNamedEntity = nullptr;  // the engine's own
};

// Never destroyed: at exit the engine may still call us after static destructors ran.
Lookup& lookup = *new Lookup;

bool isPair(const KeyValueData* pair, const char* key) {
  return pair && pair->szKeyName && std::strcmp(pair->szKeyName, key) == 0;
}

// SAFETY: a string_t is a signed distance from the base, which engines may move, so it is read at each use.
const char* textOf(string_t handle) {
  const char* const base = state().globals ? state().globals->pStringBase : nullptr;
  return base && handle ? base + handle : "";
}

void makeCustom(entvars_t* vars) {
  if (!vars || vars != lookup.told) return;
  lookup.told = nullptr;
  lookup.made = vars->pContainingEntity;
  // A copy, because the class's maker may come here again for another entity.
  const std::string className = lookup.className;
  state().entityClasses.make(className.c_str(), vars);
}

// As engines do it: the entity is given back only where there is no such class.
edict_t* makeNamed(string_t className) {
  const enginefuncs_t& engine = *realFunctions.engine();
  edict_t* const entity = engine.pfnCreateEntity();
  if (!entity) return nullptr;
  entity->v.classname = className;
  entity->v.pContainingEntity = entity;
  if (state().entityClasses.make(textOf(className), &entity->v)) return entity;
  engine.pfnRemoveEntity(entity);
  return nullptr;
}

edict_t* createNamedEntity(string_t className) {
  const char* const name = textOf(className);
  EntityClasses& classes = state().entityClasses;
  if (isInterfaceName(name)) {
    report(formatted("[META] ERROR: CreateNamedEntity: '%s' is no entity class; correct what asks for it", name));
    return nullptr;
  }
  if (!*name || !classes.offers(name)) return lookup.createNamedEntity(className);
  classes.forgetGone();
  edict_t* const entity = lookup.engineAsks ? lookup.createNamedEntity(className) : makeNamed(className);
  // Engines give the caller a removed entity as well, whose place another may have taken.
  return classes.isGone(entity) ? nullptr : entity;
}

}  // namespace

bool takesPair(const edict_t* entity, KeyValueData* pair) {
  if (!lookup.made || entity != lookup.made || !isPair(pair, "customclass")) return false;
  lookup.made = nullptr;
  pair->fHandled = 1;
  return true;
}

// The game may have given the entity another class than the map names; engines take the game's.
void sawPair(const edict_t* entity, const KeyValueData* pair) {
  lookup.told = nullptr;
  if (!entity || !isPair(pair, "classname")) return;
  lookup.made = nullptr;
  lookup.told = &entity->v;
  lookup.className = textOf(entity->v.classname);
}

bool isToldEntity(const void* vars) { return vars && vars == lookup.told; }

AnyFn customClass() {
  const bool isOffered = lookup.told && state().entityClasses.offers(lookup.className.c_str());
  return isOffered ? reinterpret_cast<AnyFn>(makeCustom) : nullptr;
}

void findClassesOfPlugins() {
  auto& real = realFunctions.engine()->pfnCreateNamedEntity;
  lookup.createNamedEntity = real;
  if (real) real = createNamedEntity;
}

void noteEngineAsks() { lookup.engineAsks = true; }
void forgetLookups() { lookup = {}; }

}  // namespace mm
