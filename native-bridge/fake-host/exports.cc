// What the engine looks for in its game DLL, and finds in a host Metamod.
#include "fake-host/host.h"

namespace {

using fakehost::host;

bool isPlaying = false;

template <class Table>
int giveTable(Table* to, const Table* from) {
  if (isPlaying) *to = *from;
  return isPlaying;
}

// How the hosts make the game's classes findable differs (patched dlsym, ReHLDS's extension interface, Xash's physics
// interface); the double has the one way for all.
int createEntity(edict_t* entity, const char* className) {
  const auto factory = host().game.exported<void (*)(entvars_t*)>(className);
  if (!factory) return -1;
  factory(&entity->v);
  return 0;
}

}  // namespace

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t* globals) {
  isPlaying = fakehost::startHost(engine, globals);
}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  *version = INTERFACE_VERSION;
  return giveTable(table, host().hooks.dll());
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int* version) {
  *version = NEW_DLL_FUNCTIONS_VERSION;
  return giveTable(table, host().hooks.newDll());
}

MM_EXPORT int Server_GetPhysicsInterface(int version, server_physics_api_t*, physics_interface_t* table) {
  *table = {};
  table->version = version;
  table->SV_CreateEntity = createEntity;
  return 1;
}
