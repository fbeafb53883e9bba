#include "core/native_plugin.h"

#include <cstring>

#include "core/caller_scope.h"
#include "core/mutil.h"
#include "core/plugin_engine.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {

// Copies, so that a plugin that writes into them harms only itself. metamod-fwgs has a third pointer behind the two;
// plugins compiled against it read a null there.
struct NativePlugin::GameTables {
  gamedll_funcs_t pointers;
  void* noPhysicsTable;
  DLL_FUNCTIONS dll;
  NEW_DLL_FUNCTIONS newDll;
};

NativePlugin::NativePlugin() : util_(utilFunctions()), engine_(pluginEngine()) {}
NativePlugin::~NativePlugin() = default;

Outcome NativePlugin::open(int slot, const char* path) {
  Outcome opened = library_.open(path);
  if (!opened.ok) return opened;
  if (!library_.function("Meta_Query")) {
    library_.close();
    return Outcome::bad("The library does not export Meta_Query, so it is not a Metamod plugin. Name another file.");
  }
  const AnyFn giveFnptrsToDll = library_.function("GiveFnptrsToDll");
  if (!giveFnptrsToDll) {
    library_.close();
    return Outcome::bad("The library does not export GiveFnptrsToDll. Rebuild the plugin with that export.");
  }
  // SAFETY, here and below: an export of this name has the signature that Metamod's interface gives it.
  const CallerScope scope(slot);
  if (const AnyFn init = library_.function("Meta_Init")) reinterpret_cast<META_INIT_FN>(init)();
  reinterpret_cast<GIVE_ENGINE_FUNCTIONS_FN>(giveFnptrsToDll)(&engine_, state().globals);
  return Outcome::good();
}

Outcome NativePlugin::query(int slot) {
  const CallerScope scope(slot);
  const auto metaQuery = reinterpret_cast<META_QUERY_FN>(library_.function("Meta_Query"));
  const int answer = metaQuery(META_INTERFACE_VERSION, &info_, &util_);
  if (!info_) return Outcome::bad("Meta_Query gave no plugin_info_t. Rebuild the plugin so that it sets the pointer.");
  if (!answer) return Outcome::bad("Meta_Query answered no. The plugin's own lines in the log may tell why.");
  return Outcome::good();
}

Outcome NativePlugin::attach(int slot, PLUG_LOADTIME now) {
  const auto metaAttach = reinterpret_cast<META_ATTACH_FN>(library_.function("Meta_Attach"));
  if (!metaAttach) {
    return Outcome::bad("The library does not export Meta_Attach. Rebuild the plugin with that export.");
  }
  game_ = std::make_unique<GameTables>();
  game_->dll = *realFunctions.dll();
  game_->newDll = *realFunctions.newDll();
  game_->pointers = {&game_->dll, state().gameDll.hasNewDll() ? &game_->newDll : nullptr};

  // Some plugins know ten members where there are eight, and write all of them.
  struct {
    META_FUNCTIONS known;
    void* overrun[8];
  } getters = {};
  const CallerScope scope(slot);
  isAttached_ = true;
  if (!metaAttach(now, &getters.known, &running.globals, &game_->pointers)) {
    isAttached_ = false;
    return Outcome::bad("Meta_Attach answered no. The plugin's own lines in the log may tell why.");
  }
  fillTables(getters.known);
  sayGameInit(now);
  return Outcome::good();
}

Outcome NativePlugin::detach(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const auto metaDetach = reinterpret_cast<META_DETACH_FN>(library_.function("Meta_Detach"));
  if (!metaDetach) return Outcome::good();  // It has nothing to clear up.
  const CallerScope scope(slot);
  if (metaDetach(now, reason)) return Outcome::good();
  return Outcome::bad("Meta_Detach answered no.");
}

// After Metamod, a plugin that comes late is told of the game's start through its own hook; nothing else is replayed.
void NativePlugin::sayGameInit(PLUG_LOADTIME now) {
  const auto gameInit = tables_[kPre].dll()->pfnGameInit;
  if (now != PT_STARTUP && gameInit) gameInit();
}

bool NativePlugin::tableChanged(Phase phase) {
  if (!hasTables_[phase]) return false;
  if (std::memcmp(&seen_[phase], &tables_[phase], sizeof(FunctionTable)) == 0) return false;
  seen_[phase] = tables_[phase];
  return true;
}

}  // namespace mm
