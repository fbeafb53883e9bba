#include <dlfcn.h>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

edict_t* createEntity() {
  edict_t* entity = engine().edicts.take();
  if (!entity) engine().hostError("CreateEntity: all %d entities are in use", Edicts::kMax);
  return entity;
}

void removeEntity(edict_t* entity) {
  Engine& e = engine();
  const int index = e.edicts.indexOf(entity);
  if (index < 0) return;
  if (index <= e.edicts.clients()) {
    e.hostError("RemoveEntity: entity %d is the world or a client slot; those cannot be removed", index);
    return;
  }
  e.edicts.free(entity);
}

edict_t* createNamedEntity(int className) {
  Engine& e = engine();
  const char* name = e.strings.text(className);
  if (!className || !name) return nullptr;
  edict_t* entity = createEntity();
  if (!entity) return nullptr;
  entity->v.classname = className;
  if (e.library.createEntity(entity, name)) return entity;
  e.console.line("CreateNamedEntity: the game has no class '%s'", name);
  e.edicts.free(entity);
  return nullptr;
}

void* allocPrivate(edict_t* entity, long bytes) {
  if (!entity || bytes <= 0) return nullptr;
  return engine().edicts.allocatePrivate(entity, static_cast<size_t>(bytes));
}

void* privateOf(edict_t* entity) { return entity ? entity->pvPrivateData : nullptr; }

void freePrivate(edict_t* entity) {
  if (entity) engine().edicts.freePrivate(entity);
}

entvars_t* varsOf(edict_t* entity) { return entity ? &entity->v : nullptr; }

edict_t* entityAtOffset(int offset) {
  // SAFETY: the offset is one that offsetOf gave out for this map's array.
  return reinterpret_cast<edict_t*>(reinterpret_cast<char*>(engine().edicts.first()) + offset);
}

int offsetOf(const edict_t* entity) {
  const int index = engine().edicts.indexOf(entity);
  return index < 0 ? 0 : index * static_cast<int>(sizeof(edict_t));
}

int indexOf(const edict_t* entity) {
  if (!entity) return 0;
  const int index = engine().edicts.indexOf(entity);
  if (index >= 0) return index;
  engine().sysError("IndexOfEdict: the pointer is no entity of this map");
  return 0;
}

// GoldSrc has an off-by-one here: the last client slot counts as empty until the player has private data.
// PEntityOfEntIndexAllEntities was added to the engine without it.
edict_t* entityAt(int index) {
  Engine& e = engine();
  edict_t* entity = e.edicts.at(index);
  if (!entity || entity->free) return nullptr;
  return entity->pvPrivateData || index < e.edicts.clients() ? entity : nullptr;
}

edict_t* anyEntityAt(int index) {
  Engine& e = engine();
  edict_t* entity = e.edicts.at(index);
  if (!entity || entity->free) return nullptr;
  return entity->pvPrivateData || index <= e.edicts.clients() ? entity : nullptr;
}

edict_t* entityOfVars(entvars_t* vars) {
  for (int i = 0; i < engine().edicts.count(); ++i) {
    if (edict_t* entity = engine().edicts.at(i); &entity->v == vars) return entity;
  }
  return nullptr;
}

int numberOfEntities() { return engine().edicts.count(); }

// A static entity lives on in the clients alone.
void makeStatic(edict_t* entity) { removeEntity(entity); }

unsigned long functionFromName(const char* name) {
  return name ? reinterpret_cast<unsigned long>(engine().library.symbol(name)) : 0;
}

const char* nameForFunction(unsigned long function) {
  Dl_info info{};
  // SAFETY: the number is only compared with the address ranges of loaded libraries, never called or read through.
  const bool isKnown = function && dladdr(reinterpret_cast<void*>(function), &info) && info.dli_saddr;
  return isKnown && reinterpret_cast<unsigned long>(info.dli_saddr) == function ? info.dli_sname : nullptr;
}

}  // namespace

void addEdictFunctions(enginefuncs_t& table) {
  table.pfnCreateEntity = createEntity;
  table.pfnRemoveEntity = removeEntity;
  table.pfnCreateNamedEntity = createNamedEntity;
  table.pfnMakeStatic = makeStatic;
  table.pfnPvAllocEntPrivateData = allocPrivate;
  table.pfnPvEntPrivateData = privateOf;
  table.pfnFreeEntPrivateData = freePrivate;
  table.pfnGetVarsOfEnt = varsOf;
  table.pfnPEntityOfEntOffset = entityAtOffset;
  table.pfnEntOffsetOfPEntity = offsetOf;
  table.pfnIndexOfEdict = indexOf;
  table.pfnPEntityOfEntIndex = entityAt;
  table.pfnPEntityOfEntIndexAllEntities = anyEntityAt;
  table.pfnFindEntityByVars = entityOfVars;
  table.pfnNumberOfEntities = numberOfEntities;
  table.pfnFunctionFromName = functionFromName;
  table.pfnNameForFunction = nameForFunction;
}

}  // namespace fake
