#include "fake-engine/library.h"

#include <dlfcn.h>

#include "fake-engine/engine.h"

namespace fake {
namespace {

constexpr int kPhysicsVersion = 6;

using PhysicsGetter = int (*)(int version, server_physics_api_t* api, physics_interface_t* table);
using EntityFactory = void (*)(entvars_t* vars);

// SAFETY: an export's type is known by its name alone; that is the promise between engine and game DLL.
template <class Function>
Function exported(void* handle, const char* name) {
  return reinterpret_cast<Function>(dlsym(handle, name));
}

}  // namespace

Outcome Library::open(const std::string& path, const Style& style, enginefuncs_t* engine, globalvars_t* globals) {
  handle_ = dlopen(path.c_str(), RTLD_NOW);
  if (!handle_) return Outcome::bad(std::string("the library cannot be loaded: ") + dlerror());
  path_ = path;
  Outcome taken = takeTables(style, engine, globals);
  // A game that never began must not be told to shut down.
  if (!taken.ok) close();
  return taken;
}

// A library that speaks another version than ours names it; one that names ours has another reason.
static std::string refusal(int version) {
  if (version == INTERFACE_VERSION) return ": GetEntityAPI2 answered 0; the lines above may say why";
  return ": GetEntityAPI2 answered 0; the engine speaks interface " + std::to_string(INTERFACE_VERSION) +
         ", the library named " + std::to_string(version);
}

Outcome Library::takeTables(const Style& style, enginefuncs_t* engine, globalvars_t* globals) {
  const auto give = exported<GIVE_ENGINE_FUNCTIONS_FN>(handle_, "GiveFnptrsToDll");
  if (!give) return Outcome::bad(path_ + " exports no GiveFnptrsToDll; it is no game DLL");
  give(engine, globals);

  int version = NEW_DLL_FUNCTIONS_VERSION;
  const auto getNew = exported<GETNEWDLLFUNCTIONS_FN>(handle_, "GetNewDLLFunctions");
  if (getNew && !getNew(&newDll_, &version)) newDll_ = {};
  Outcome taken = takeDll(style);
  if (taken.ok && style.engines == Engines::kXash) takePhysics();
  return taken;
}

Outcome Library::takeDll(const Style& style) {
  const auto get2 = exported<GETENTITYAPI2_FN>(handle_, "GetEntityAPI2");
  const auto get = exported<GETENTITYAPI_FN>(handle_, "GetEntityAPI");
  if (!get && !get2) return Outcome::bad(path_ + " exports neither GetEntityAPI2 nor GetEntityAPI; it is no game DLL");
  if (get && (style.usesOldApi || !get2)) {
    if (get(&dll_, INTERFACE_VERSION)) return Outcome::good();
    return Outcome::bad(path_ + ": GetEntityAPI answered 0; the lines above may say why");
  }
  int version = INTERFACE_VERSION;
  return get2(&dll_, &version) ? Outcome::good() : Outcome::bad(path_ + refusal(version));
}

void Library::takePhysics() {
  // The table of engine helpers that Xash passes here is not offered: a library must live without it on other engines.
  const auto get = exported<PhysicsGetter>(handle_, "Server_GetPhysicsInterface");
  physics_.version = kPhysicsVersion;
  if (get && !get(kPhysicsVersion, nullptr, &physics_)) physics_ = {};
}

void Library::close() {
  dll_ = {};
  newDll_ = {};
  physics_ = {};
  if (handle_) dlclose(handle_);
  handle_ = nullptr;
}

bool Library::createEntity(edict_t* edict, const char* className) {
  if (const auto factory = exported<EntityFactory>(handle_, className)) {
    factory(&edict->v);
    return true;
  }
  return physics_.SV_CreateEntity && physics_.SV_CreateEntity(edict, className) != -1;
}

bool Library::createCustom(edict_t* edict) {
  const auto custom = exported<EntityFactory>(handle_, "custom");
  if (custom) custom(&edict->v);
  return custom != nullptr;
}

void* Library::symbol(const char* name) const { return handle_ ? dlsym(handle_, name) : nullptr; }

}  // namespace fake
