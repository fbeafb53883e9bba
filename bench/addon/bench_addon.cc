// Loops that JavaScript cannot run itself: how long C needs to call a JavaScript function with one integer, bare, and how
// long a call through a hooked table entry takes. Both run within one process, so their ratio means something.
#include <dlfcn.h>
#include <node_api.h>

#include <chrono>

#include "core/core.h"

namespace {

using Clock = std::chrono::steady_clock;

template <class Body>
double nanosecondsPerCall(int count, Body body) {
  const auto start = Clock::now();
  for (int i = 0; i < count; i++) body(i);
  return std::chrono::duration<double, std::nano>(Clock::now() - start).count() / count;
}

napi_value number(napi_env env, double value) {
  napi_value result = nullptr;
  napi_create_double(env, value, &result);
  return result;
}

// bare(callback, count): napi_call_function with one integer, in a handle scope of its own as a hook needs it.
napi_value bare(napi_env env, napi_callback_info info) {
  napi_value arguments[2];
  size_t given = 2;
  int32_t count = 0;
  napi_value undefined;
  if (napi_get_cb_info(env, info, &given, arguments, nullptr, nullptr) != napi_ok || given < 2) return nullptr;
  if (napi_get_value_int32(env, arguments[1], &count) != napi_ok) return nullptr;
  napi_get_undefined(env, &undefined);
  return number(env, nanosecondsPerCall(count, [&](int i) {
    napi_handle_scope scope;
    napi_value argument;
    napi_value result;
    napi_open_handle_scope(env, &scope);
    napi_create_int32(env, i & 1023, &argument);
    napi_call_function(env, undefined, arguments[0], 1, &argument, &result);
    napi_close_handle_scope(env, scope);
  }));
}

// hooked(corePath, count, entityIndex): calls Think of the hooked game DLL table with one entity.
napi_value hooked(napi_env env, napi_callback_info info) {
  napi_value arguments[3];
  size_t given = 3;
  char path[4096];
  int32_t count = 0;
  int32_t index = 0;
  if (napi_get_cb_info(env, info, &given, arguments, nullptr, nullptr) != napi_ok || given < 3) return nullptr;
  if (napi_get_value_string_utf8(env, arguments[0], path, sizeof path, nullptr) != napi_ok) return nullptr;
  napi_get_value_int32(env, arguments[1], &count);
  napi_get_value_int32(env, arguments[2], &index);
  void* library = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
  if (!library) return nullptr;
  const auto find = reinterpret_cast<mm::Core* (*)(int)>(dlsym(library, "MetamodCore"));
  mm::Core* core = find ? find(mm::kCoreInterface) : nullptr;
  dlclose(library);
  if (!core) return nullptr;
  // SAFETY: the caller started a server; the edict array holds at least the world and the clients.
  edict_t* entity = core->edicts() + index;
  const auto think = core->hookedDll()->pfnThink;
  return number(env, nanosecondsPerCall(count, [&](int) { think(entity); }));
}

napi_value init(napi_env env, napi_value exports) {
  const napi_property_descriptor properties[] = {
      {"bare", nullptr, bare, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
      {"hooked", nullptr, hooked, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
  };
  napi_define_properties(env, exports, 2, properties);
  return exports;
}

}  // namespace

NAPI_MODULE(NODE_GYP_MODULE_NAME, init)
