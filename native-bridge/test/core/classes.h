// What the tests of plugins' entity classes share: the ways of an engine to a class, and the plugin that offers some.
#pragma once

#include <dlfcn.h>

#include "test/core/class_plugin.h"
#include "test/core/hooks.h"

using Factory = void (*)(entvars_t*);

// The engine's texts: the class names that tests use, behind each other. A string_t is a distance from the first.
struct Texts {
  std::string all = std::string(1, '\0');
  string_t add(const std::string& text) {
    const auto at = static_cast<string_t>(all.size());
    all += text + '\0';
    server->globals.pStringBase = all.data();
    return at;
  }
};

// As HLDS finds a function in what it loaded as the game DLL.
inline Factory found(const char* name) {
  void* const core = dlopen(besideProgram("metamod.so").c_str(), RTLD_NOW | RTLD_NOLOAD);
  void* const symbol = dlsym(core, name);
  dlclose(core);
  return reinterpret_cast<Factory>(symbol);
}

inline ClassControl& controlOf(const char* name) {
  void* const handle = dlopen(besideProgram(name).c_str(), RTLD_NOW | RTLD_NOLOAD);
  ClassControl& control = *reinterpret_cast<ClassControl* (*)()>(dlsym(handle, "classControl"))();
  dlclose(handle);
  return control;
}

inline ClassControl& load(int slot, const char* name = "class_a.so") {
  CHECK_EQ(server->tryLoad(slot, name).reason, "");
  return controlOf(name);
}

inline void tellPair(edict_t* entity, const char* className, const char* key, const char* value, int* isHandled = nullptr) {
  KeyValueData pair{className, key, value, 0};
  server->hooked.dll()->pfnKeyValue(entity, &pair);
  if (isHandled) *isHandled = pair.fHandled;
}

// What the game's KeyValue leaves behind is done here: the test game is made of patterns.
inline void tellClass(edict_t* entity, string_t name) {
  entity->v.classname = name;
  tellPair(entity, nullptr, "classname", "as the map says");
}

inline int keyValuesOfGame() {
  constexpr mm::FunctionId kKeyValue = mm::dllId(offsetof(DLL_FUNCTIONS, pfnKeyValue));
  int count = 0;
  for (const pattern::Seen& call : server->seen) count += call.id == kKeyValue && call.who == pattern::kReal;
  return count;
}

inline edict_t& entity(int index) {
  edict_t& edict = server->edicts[static_cast<std::size_t>(index)];
  edict.v = {};
  edict.v.pContainingEntity = &edict;
  return edict;
}

inline int ask(const char* className, int index = 5) { return server->physics.SV_CreateEntity(&entity(index), className); }

inline void changeMap() {
  server->hooked.dll()->pfnServerDeactivate();
  server->hooked.dll()->pfnServerActivate(server->edicts.data(), 1, 4);
  nextFrame();
}

// An engine without a physics interface, as HLDS; its entities are taken from the array in turn.
inline const ServerOptions kHlds = {.hasPhysicsInterface = false, .makesEntities = true};
