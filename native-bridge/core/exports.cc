// What an engine finds in us when it takes us for a game DLL. Metamods export the same names.
#include <cstdlib>
#include <cstring>

#include "core/core_object.h"
#include "core/late_engine.h"
#include "core/plugin_engine.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// Without anybody to decide, we pass everything on to one game DLL.
bool bootWithoutPolicy() {
  const char* const path = std::getenv("METAMOD_GAMEDLL");
  const bool isNamed = path && *path;
  const Outcome loaded = isNamed ? state().gameDll.load(path)
                                 : Outcome::bad("METAMOD_GAMEDLL does not name a game DLL. Set it to a path.");
  if (!loaded.ok) report("[META] ERROR: no game DLL: " + loaded.reason);
  return loaded.ok;
}

void takeEngine(const enginefuncs_t* engine, globalvars_t* globals) {
  forgetEverything();
  state().givenEngine = engine;
  state().globals = globals;
  // SAFETY: every engine's table reaches to the last function but one; see late_engine.h for the last.
  std::memcpy(realFunctions.engine(), engine, offsetof(enginefuncs_t, pfnPEntityOfEntIndexAllEntities));
  makePluginEngine();
  aimAllSlots();
  if (state().policy ? !state().policy->boot() : !bootWithoutPolicy()) state().gameDll.unload();
}

// An engine that speaks another version is told ours, and refuses us with a message that names both.
template <class Table>
int giveTable(Table* to, const Table* from, int ours, int* version) {
  const bool fits = *version == ours;
  *version = ours;
  if (!fits || !to || !state().gameDll.isLoaded()) return 0;
  *to = *from;
  return 1;
}

// Xash looks for an entity's class among our exports first, where it is not; then it asks here.
int createEntity(edict_t* entity, const char* className) {
  const auto factory = className ? state().gameDll.factory(className) : nullptr;
  if (!factory) return -1;
  factory(&entity->v);
  return 0;
}

}  // namespace
}  // namespace mm

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t* globals) { mm::takeEngine(engine, globals); }

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  return mm::giveTable(table, mm::thunkTable().dll(), INTERFACE_VERSION, version);
}

MM_EXPORT int GetEntityAPI(DLL_FUNCTIONS* table, int version) { return GetEntityAPI2(table, &version); }

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int* version) {
  return mm::giveTable(table, mm::thunkTable().newDll(), NEW_DLL_FUNCTIONS_VERSION, version);
}

MM_EXPORT int Server_GetPhysicsInterface(int version, server_physics_api_t* engine, physics_interface_t* table) {
  using Getter = decltype(&Server_GetPhysicsInterface);
  mm::takeLateEngineFunction();
  const auto& game = mm::state().gameDll;
  // SAFETY: the export of this name has this signature.
  const auto getter = reinterpret_cast<Getter>(game.library().function("Server_GetPhysicsInterface"));
  const int answer = getter ? getter(version, engine, table) : 0;
  constexpr int kKnownVersion = 6;
  if (version != kKnownVersion || !table || !game.isLoaded()) return answer;
  table->version = version;
  if (!answer || !table->SV_CreateEntity) table->SV_CreateEntity = mm::createEntity;
  return 1;
}

MM_EXPORT int Server_GetBlendingInterface(int version, void** blending, void* studio, float* transform, float* bones) {
  using Getter = decltype(&Server_GetBlendingInterface);
  const mm::AnyFn getter = mm::state().gameDll.library().function("Server_GetBlendingInterface");
  // SAFETY: as above; what the pointers point to is between the engine and the game DLL.
  return getter ? reinterpret_cast<Getter>(getter)(version, blending, studio, transform, bones) : 0;
}

MM_EXPORT mm::Core* MetamodCore(int interfaceVersion) {
  return interfaceVersion == mm::kCoreInterface ? &mm::coreObject() : nullptr;
}
