// The engine below the host, and the calls that it makes.
#include "test/guest_core/host.h"

namespace {

int answerOne(edict_t*) { return host->realSpawn ? host->realSpawn() : 1; }
int isDedicated() { return 1; }
int hookedIsDedicated() {
  return host->call<int>(mm::engineId(offsetof(enginefuncs_t, pfnIsDedicatedServer)), isDedicated);
}
int hookedSpawn(edict_t* entity) { return host->call<int, edict_t*>(kSpawn, answerOne, entity); }

const char* cvarString(const char* name) {
  const bool isVersion = std::string(name) == "metamod_version";
  if (!isVersion) return "";
  return host->kind == Kind::KeepsValues ? "1.3.0.150" : "1.0.0.223";
}

cvar_t* cvarPointer(const char*) { return host->registered ? &host->live : nullptr; }
void registerCvar(cvar_t* cvar) {
  host->registered = cvar;
  host->live = *cvar;
}

edict_t* entityOf(int index) { return &host->edicts[static_cast<std::size_t>(index)]; }
int indexOf(const edict_t* entity) { return static_cast<int>(entity - host->edicts.data()); }
int userIdOf(edict_t* entity) { return indexOf(entity) + 100; }
char* infoOf(edict_t* entity) { return host->userInfo[static_cast<std::size_t>(indexOf(entity))].data(); }

// Functions without result, for a host whose rules are written for those with one.
template <class... A>
void callVoid(mm::FunctionId id, A... arguments) {
  for (const mm::Phase phase : {mm::kPre, mm::kPost}) {
    for (std::size_t i = 0; i < host->plugins.size(); ++i) {
      const Plugin& plugin = *host->plugins[i];
      const mm::AnyFn function = plugin.isRunning ? plugin.tables[phase].at[id] : nullptr;
      if (!function) continue;
      host->globals.mres = MRES_UNSET;
      host->globals.status = MRES_UNSET;
      reinterpret_cast<void (*)(A...)>(function)(arguments...);
      CHECK(host->globals.mres != MRES_UNSET);
    }
  }
}

}  // namespace

void Host::makeEngine() {
  engine.engine()->pfnCVarGetString = cvarString;
  engine.engine()->pfnCVarGetPointer = cvarPointer;
  engine.engine()->pfnCVarRegister = registerCvar;
  engine.engine()->pfnPEntityOfEntIndex = entityOf;
  engine.engine()->pfnIndexOfEdict = indexOf;
  engine.engine()->pfnGetPlayerUserId = userIdOf;
  engine.engine()->pfnGetInfoKeyBuffer = infoOf;
  engine.engine()->pfnIsDedicatedServer = isDedicated;
  game.dll()->pfnSpawn = answerOne;
  hooked.engine()->pfnIsDedicatedServer = hookedIsDedicated;
  hooked.dll()->pfnSpawn = hookedSpawn;
}

int Host::spawn() { return hookedSpawn(&edicts[1]); }
void Host::startFrame() { callVoid(kStartFrame); }
void Host::serverActivate() {
  callVoid<edict_t*, int, int>(mm::dllId(offsetof(DLL_FUNCTIONS, pfnServerActivate)), edicts.data(), 34, 4);
}
void Host::serverDeactivate() { callVoid(mm::dllId(offsetof(DLL_FUNCTIONS, pfnServerDeactivate))); }
