// One library in two roles: the add-on by which a test drives the pattern engine, and the game DLL that the core loads
// for it. Being one, it sees both ends of every call.
#include <dlfcn.h>

#include <string>
#include <utility>

#include "node/js.h"
#include "test/pattern/tables.h"
#include "test/pattern/world.h"

namespace mm::pattern {
namespace {

using node::check;
using node::complain;
using node::Complaint;

void* core = nullptr;
// What the core gave us: the engine's table as a game DLL gets it, the game DLL's as an engine gets it.
Tables hooked = {};

void resetWorld() {
  world = World{};
  world.entities = world.arrays[0];
  world.globals.pStringBase = world.strings;
  world.globals.maxEntities = kEntities;
  world.globals.maxClients = 4;
  // Handle n reads as n dots less than sixty; handle 61 as a letter after half of a UTF-8 sequence.
  for (int i = 0; i < 60; ++i) world.strings[i] = '.';
  world.strings[61] = '\xC3';
  world.strings[62] = 'A';
  for (auto& array : world.arrays) {
    for (edict_t& entity : array) entity.v.pContainingEntity = &entity;
  }
}

template <class Function>
Function exported(const char* name) {
  // SAFETY: each name is an export of the core with the signature of the type asked for.
  return reinterpret_cast<Function>(dlsym(core, name));
}

// Does what an engine does when it loads a game DLL.
const char* startEngine(const char* corePath) {
  core = dlopen(corePath, RTLD_NOW | RTLD_LOCAL);
  if (!core) return dlerror();
  resetWorld();
  // Engines keep their table in static memory, where the last function is read from it later.
  static enginefuncs_t engine;
  engine = realTables().engine;
  exported<GIVE_ENGINE_FUNCTIONS_FN>("GiveFnptrsToDll")(&engine, &world.globals);
  int version = NEW_DLL_FUNCTIONS_VERSION;
  if (!exported<GETNEWDLLFUNCTIONS_FN>("GetNewDLLFunctions")(&hooked.newDll, &version)) return "no new DLL functions";
  version = INTERFACE_VERSION;
  if (!exported<GETENTITYAPI2_FN>("GetEntityAPI2")(&hooked.dll, &version)) return "no DLL functions";
  // Only an engine that asks for the physics interface has the 159th function.
  using GetPhysics = int (*)(int, server_physics_api_t*, physics_interface_t*);
  physics_interface_t physics = {};
  exported<GetPhysics>("Server_GetPhysicsInterface")(6, nullptr, &physics);
  return nullptr;
}

std::string textArgument(napi_env env, napi_callback_info info) {
  napi_value argument = nullptr;
  std::size_t count = 1;
  std::string text;
  if (check(env, napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr))) {
    node::textFromJs(env, argument, "start", "corePath", text);
  }
  return text;
}

FunctionId idArgument(napi_env env, napi_callback_info info) {
  napi_value argument = nullptr;
  std::size_t count = 1;
  int32_t id = -1;
  if (!check(env, napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr))) return -1;
  if (napi_get_value_int32(env, argument, &id) == napi_ok && id >= 0 && id < kFunctionCount) return id;
  complain(env, Complaint::Range, "pattern probe", "no such function");
  return -1;
}

napi_value start(napi_env env, napi_callback_info info) {
  const std::string corePath = textArgument(env, info);
  const char* failure = startEngine(corePath.c_str());
  return failure ? complain(env, Complaint::Error, "start", failure) : nullptr;
}

napi_value stop(napi_env, napi_callback_info) {
  if (core) dlclose(core);
  core = nullptr;
  return nullptr;
}

napi_value invokeFunction(napi_env env, napi_callback_info info) {
  const FunctionId id = idArgument(env, info);
  return id < 0 ? nullptr : node::textToJs(env, invoke(id, hooked).c_str());
}

// What the real function received since the last time this was asked; null if it was not called.
napi_value received(napi_env env, napi_callback_info info) {
  const FunctionId id = idArgument(env, info);
  if (id < 0) return nullptr;
  const std::string text = std::exchange(recordOf(id).received, {});
  return node::textToJs(env, text.empty() ? nullptr : text.c_str());
}

napi_value left(napi_env env, napi_callback_info info) {
  const FunctionId id = idArgument(env, info);
  return id < 0 ? nullptr : node::textToJs(env, recordOf(id).left.c_str());
}

napi_value returned(napi_env env, napi_callback_info info) {
  const FunctionId id = idArgument(env, info);
  return id < 0 ? nullptr : node::textToJs(env, recordOf(id).returned.c_str());
}

// As engines do at a map change: the entities lie elsewhere now.
napi_value moveEntities(napi_env, napi_callback_info) {
  world.entities = world.entities == world.arrays[0] ? world.arrays[1] : world.arrays[0];
  return nullptr;
}

// All of the engine's cvars have this number from now on.
napi_value setCvars(napi_env env, napi_callback_info info) {
  napi_value argument = nullptr;
  std::size_t count = 1;
  double value = 0;
  if (!check(env, napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr))) return nullptr;
  if (!check(env, napi_get_value_double(env, argument, &value))) return nullptr;
  for (cvar_t& cvar : world.anchors) cvar.value = static_cast<float>(value);
  return nullptr;
}

// Loads a plugin as another plugin would, and unloads it by the handle it gets. The sum of both answers.
napi_value loadAndUnload(napi_env env, napi_callback_info) {
  const auto getCore = exported<Core* (*)(int)>("MetamodCore");
  Core& metamod = *getCore(kCoreInterface);
  const plid_t caller = metamod.info(1);
  void* handle = nullptr;
  const int loaded = metamod.util()->pfnLoadPlugin(caller, "another", PT_ANYTIME, &handle);
  const int unloaded = metamod.util()->pfnUnloadPluginByHandle(caller, handle, PT_ANYTIME, PNL_PLUGIN);
  return node::numberToJs(env, loaded + unloaded);
}

void define(napi_env env, napi_value exports, const char* name, napi_callback callback) {
  napi_value function = nullptr;
  if (check(env, napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, nullptr, &function))) {
    node::setProperty(env, exports, name, function);
  }
}

}  // namespace
}  // namespace mm::pattern

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t*) { mm::pattern::hooked.engine = *engine; }

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int*) {
  *table = mm::pattern::realTables().dll;
  return 1;
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int*) {
  *table = mm::pattern::realTables().newDll;
  return 1;
}

NAPI_MODULE_INIT() {
  using namespace mm::pattern;
  define(env, exports, "start", start);
  define(env, exports, "stop", stop);
  define(env, exports, "invoke", invokeFunction);
  define(env, exports, "setCvars", setCvars);
  define(env, exports, "received", received);
  define(env, exports, "left", left);
  define(env, exports, "moveEntities", moveEntities);
  define(env, exports, "loadAndUnload", loadAndUnload);
  define(env, exports, "returned", returned);
  return exports;
}
