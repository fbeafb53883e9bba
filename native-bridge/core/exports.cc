// What an engine finds in us when it takes us for a game DLL. Metamods export the same names.
#include <algorithm>

#include "core/class_lookup.h"
#include "core/core_object.h"
#include "core/engine_table.h"
#include "core/game_search.h"
#include "core/guest/guest.h"
#include "core/plugin_engine.h"
#include "core/slots.h"
#include "core/state.h"
#include "core/unhooked_start.h"
#include "embed/scripts.h"

namespace mm {
namespace {

// The development server's Node set the policy before it started the engine; any other engine comes first, and we start
// Node. The game is more than its plugins: where JavaScript cannot start, or its policy fails, it runs without. A policy
// that has looked for the game DLL has said why there is none; looking again would only say it twice.
bool boot() {
  forgetSearch();
  if (!state().policy || areScriptsRunning()) startScripts();
  if (state().policy && state().policy->boot()) return true;
  if (state().policy && !areScriptsRunning()) return false;
  stopScripts();
  return state().gameDll.isLoaded() || (!wasGameSought() && startUnhooked());
}

void takeEngine(const enginefuncs_t* engine, globalvars_t* globals) {
  if (isGuest()) return;  // The host opened us a second time; Meta_Query tells it so.
  forgetEverything();
  state().givenEngine = engine;
  state().globals = globals;
  takeEngineTable(*engine);
  makePluginEngine();
  aimAllSlots();
  if (guest().isInvited) return;  // The game's functions come with Meta_Attach, where a guest starts.
  if (boot()) return;
  state().gameDll.unload();
  aimAllSlots();
}

// An engine that speaks another version is told ours, and refuses us with a message that names both.
bool fitsTable(const void* to, int ours, int* version) {
  const bool fits = *version == ours;
  *version = ours;
  return fits && to && state().gameDll.isLoaded();
}

// For a call that the game meant for itself (game_dll.h).
template <class... Parameters>
int passToGame(const char* name, Parameters... parameters) {
  // SAFETY: the game's export of the same name has the same signature.
  const auto own = reinterpret_cast<int (*)(Parameters...)>(state().gameDll.library().function(name));
  return own ? own(parameters...) : 0;
}

bool isGameCalling() { return state().gameDll.isBeingAsked(); }

}  // namespace
}  // namespace mm

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t* globals) {
  if (!mm::isToldEntity(engine)) mm::takeEngine(engine, globals);
}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  if (mm::isToldEntity(table)) return 0;
  if (mm::isGameCalling()) return mm::passToGame("GetEntityAPI2", table, version);
  if (!mm::fitsTable(table, INTERFACE_VERSION, version)) return 0;
  *table = *mm::thunkTable().dll();
  return 1;
}

MM_EXPORT int GetEntityAPI(DLL_FUNCTIONS* table, int version) {
  if (mm::isToldEntity(table)) return 0;
  if (mm::isGameCalling()) return mm::passToGame("GetEntityAPI", table, version);
  return GetEntityAPI2(table, &version);
}

// These are given whether the game has them or not: plugins hook them all the same.
MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int* version) {
  if (mm::isToldEntity(table)) return 0;
  if (mm::isGameCalling()) return mm::passToGame("GetNewDLLFunctions", table, version);
  if (!mm::fitsTable(table, NEW_DLL_FUNCTIONS_VERSION, version)) return 0;
  const int count = mm::newDllFunctionsOf(*mm::realFunctions.engine());
  // SAFETY: the tables are arrays of function pointers (function_table.h); the engine has room for `count` of them.
  std::copy_n(mm::thunkTable().at + mm::kNewDllFirst, count, reinterpret_cast<mm::AnyFn*>(table));
  return 1;
}

MM_EXPORT mm::Core* MetamodCore(int interfaceVersion) {
  return interfaceVersion == mm::kCoreInterface ? &mm::coreObject() : nullptr;
}
