// A game DLL that counts every call of the engine and passes it on to the test game, which lies beside it. Entities are
// made through Xash's physics interface, since it exports no classes of its own.
#include <dlfcn.h>

#include <string>

#include "core/tags.h"
#include "metamod/metamod.h"

namespace {

using namespace mm::tag;

constexpr int kFirst = 159;
constexpr int kRows = 55;

DLL_FUNCTIONS real;
NEW_DLL_FUNCTIONS realNew;
int counts[kRows];

template <class Function>
DLL_FUNCTIONS& realTable(Function DLL_FUNCTIONS::*) {
  return real;
}
template <class Function>
NEW_DLL_FUNCTIONS& realTable(Function NEW_DLL_FUNCTIONS::*) {
  return realNew;
}

template <int Id, auto Member, class R, class... A>
R counted(A... arguments) {
  ++counts[Id - kFirst];
  auto function = realTable(Member).*Member;
  return function(arguments...);
}

struct Row {
  const char* name;
  void (*install)(DLL_FUNCTIONS& table, NEW_DLL_FUNCTIONS& newTable);
};

template <int Id, auto Member, class R, class... A>
void install(R (*DLL_FUNCTIONS::*)(A...), DLL_FUNCTIONS& table, NEW_DLL_FUNCTIONS&) {
  table.*Member = counted<Id, Member, R, A...>;
}
template <int Id, auto Member, class R, class... A>
void install(R (*NEW_DLL_FUNCTIONS::*)(A...), DLL_FUNCTIONS&, NEW_DLL_FUNCTIONS& newTable) {
  newTable.*Member = counted<Id, Member, R, A...>;
}

template <int Id, auto Member, class Signature, int Default = 0>
constexpr Row row(const char* name) {
  return {name, [](DLL_FUNCTIONS& table, NEW_DLL_FUNCTIONS& newTable) {
            install<Id, Member>(Member, table, newTable);
          }};
}

const Row kTable[kRows] = {
#include "core/generated/dll_rows.inc"
#include "core/generated/newdll_rows.inc"
};

void* game() {
  static void* handle = [] {
    Dl_info self{};
    dladdr(&counts, &self);
    std::string path = self.dli_fname;
    path.resize(path.rfind('/'));
    return dlopen((path + "/game/dlls/game.so").c_str(), RTLD_NOW);
  }();
  return handle;
}

template <class Function>
Function exported(const char* name) {
  return reinterpret_cast<Function>(dlsym(game(), name));
}

int createEntity(edict_t* entity, const char* className) {
  const auto factory = exported<void (*)(entvars_t*)>(className);
  if (!factory) return -1;
  factory(&entity->v);
  return 0;
}

void (*duringLoad)();
void (*countedActivate)(edict_t*, int, int);

void serverActivate(edict_t* first, int count, int maxClients) {
  if (duringLoad) duringLoad();
  countedActivate(first, count, maxClients);
}

}  // namespace

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t* globals) {
  exported<GIVE_ENGINE_FUNCTIONS_FN>("GiveFnptrsToDll")(engine, globals);
}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  exported<GETENTITYAPI2_FN>("GetEntityAPI2")(&real, version);
  NEW_DLL_FUNCTIONS unused;
  for (const Row& row : kTable) row.install(*table, unused);
  countedActivate = table->pfnServerActivate;
  table->pfnServerActivate = serverActivate;
  return 1;
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int* version) {
  exported<GETNEWDLLFUNCTIONS_FN>("GetNewDLLFunctions")(&realNew, version);
  DLL_FUNCTIONS unused;
  for (const Row& row : kTable) row.install(unused, *table);
  return 1;
}

MM_EXPORT int Server_GetPhysicsInterface(int version, server_physics_api_t*, physics_interface_t* table) {
  table->version = version;
  table->SV_CreateEntity = createEntity;
  return 1;
}

// The name of the first function that the engine has not called yet; null if it called all.
MM_EXPORT const char* firstUncalled() {
  for (int i = 0; i < kRows; ++i) {
    if (!counts[i]) return kTable[i].name;
  }
  return nullptr;
}

// Something to do while each map loads, when the engine still takes what it refuses later.
MM_EXPORT void callDuringLoad(void (*function)()) { duringLoad = function; }
