// Game DLLs that differ from the usual in what they export and answer, one for each value of KIND: 1 is of the time
// before GetEntityAPI2, 2 answers there for another version than it was asked, 3 has all that Xash asks for, 4 has a
// physics getter that answers no.
#include <cstring>

#include "metamod/metamod.h"

namespace {

int think(edict_t*) { return KIND; }
int collide(edict_t*, edict_t*) { return 3; }

int giveTable(DLL_FUNCTIONS* table) {
  table->pfnSpawn = think;
  return 1;
}

}  // namespace

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

// As C++ compilers name CDoor::Open() and CDoor::Close(CBaseEntity *, CBaseEntity *, USE_TYPE, float).
MM_EXPORT void _ZN5CDoor4OpenEv() {}
MM_EXPORT void _ZN5CDoor5CloseEP11CBaseEntityS1_8USE_TYPEf() {}

#if KIND == 1 || KIND == 2
MM_EXPORT int GetEntityAPI(DLL_FUNCTIONS* table, int version) {
  return version == INTERFACE_VERSION ? giveTable(table) : 0;
}
#endif

#if KIND == 2
MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  *version = INTERFACE_VERSION - 1;
  std::memset(table, 1, sizeof *table);
  return 1;
}

// As long as the table was before clients could be asked for their cvars.
MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int*) {
  table->pfnOnFreeEntPrivateData = nullptr;
  table->pfnGameShutdown = nullptr;
  table->pfnShouldCollide = collide;
  return 1;
}
#else
[[maybe_unused]] const auto unused = collide;
#endif

#if KIND >= 3
MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int*) { return giveTable(table); }
#endif

#if KIND == 3
namespace {

int createEntity(edict_t* entity, const char* className) {
  if (std::strcmp(className, "xash_only") != 0) return -1;
  entity->v.health = 7;
  return 0;
}

}  // namespace

MM_EXPORT void info_exported(entvars_t* vars) { vars->health = 8; }
MM_EXPORT void custom(entvars_t* vars) { vars->health = 9; }
MM_EXPORT void SV_SaveGameComment(char* buffer, int size) { std::strncpy(buffer, "a comment", size); }

MM_EXPORT int Server_GetPhysicsInterface(int version, server_physics_api_t* engine, physics_interface_t* table) {
  table->version = version;
  table->SV_CreateEntity = createEntity;
  table->reserved[0] = engine;
  return 1;
}

MM_EXPORT int Server_GetBlendingInterface(int version, void** blending, void* studio, float*, float*) {
  *blending = studio;
  return version;
}
#endif

#if KIND == 4
MM_EXPORT int Server_GetPhysicsInterface(int, server_physics_api_t*, physics_interface_t*) { return 0; }
#endif
