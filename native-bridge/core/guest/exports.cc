// What a host Metamod finds in us when it takes us for a plugin.
#include "core/guest/guest.h"
#include "core/guest/own_tables.h"
#include "core/guest/stubs.h"
#include "core/plugin_engine.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"
#include "embed/scripts.h"

namespace mm {
namespace {

constexpr const char* kOnlyAtStart =
    "Metamod for TypeScript can be loaded only when the server starts; put its line into plugins.ini and restart";
constexpr const char* kNeverUnloaded =
    "Metamod for TypeScript cannot be unloaded, because JavaScript starts only once; restart the server without it";
constexpr const char* kNamedTwice = "Metamod for TypeScript is loaded already; name it once in plugins.ini";

void refuse(const mutil_funcs_t& util, const char* why) {
  util.pfnLogError(&bridgeInfo(), "%s", why);
  util.pfnLogConsole(&bridgeInfo(), "[MTS] ERROR: %s", why);
}

void takeGame(const gamedll_funcs_t& game) {
  *realFunctions.dll() = *game.dllapi_table;
  guest().hasNewDll = game.newapi_table != nullptr;
  if (guest().hasNewDll) *realFunctions.newDll() = *game.newapi_table;
}

// The plugins of our own plugins.ini are loaded from in here: hosts allow that to a plugin that is being attached.
bool start() {
  guest().isAttached = true;
  if (!state().policy) startScripts();
  if (state().policy && state().policy->boot()) return true;
  stopScripts();
  guest().isAttached = false;
  return false;
}

int detach(PL_UNLOAD_REASON reason) {
  if (!isGuest()) return 1;
  if (reason != PNL_CMD_FORCED) {
    refuse(guest().util, kNeverUnloaded);
    return 0;
  }
  if (areScriptsRunning()) shutDownScripts();
  else if (state().policy) state().policy->shutdown();
  state().plugins.removeScripts();  // which empties the stubs' tables
  stubs().forgetAll();
  forgetOwnTables();
  guest().isAttached = false;
  return 1;
}

// Where we are the engine's game DLL, what calls the functions below is an engine whose map names one of them as a class.
bool isGameDll() { return state().gameDll.isLoaded(); }

}  // namespace
}  // namespace mm

MM_EXPORT void Meta_Init() { mm::guest().isInvited = !mm::isGameDll(); }

MM_EXPORT int Meta_Query(const char*, plugin_info_t** info, mutil_funcs_t* util) {
  if (mm::isGameDll()) return 0;
  if (mm::isGuest()) {
    mm::refuse(*util, mm::kNamedTwice);
    return 0;
  }
  mm::guest().util = *util;
  *info = &mm::bridgeInfo();
  return 1;
}

// metamod-p asks for this one, and offers what pfnLoadPlugin of every later Metamod does as well.
MM_EXPORT int Meta_PExtGiveFnptrs(int version, const void*) {
  if (mm::isGameDll()) return 0;
  mm::guest().speaksExtensions = true;
  return version;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS* functions, meta_globals_t* globals,
                          gamedll_funcs_t* game) {
  if (mm::isGameDll()) return 0;
  if (now != PT_STARTUP) {
    mm::refuse(mm::guest().util, mm::kOnlyAtStart);
    return 0;
  }
  mm::guest().globals = globals;
  mm::takeGame(*game);
  mm::offerOwnTables(*functions);
  return mm::start();
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME, PL_UNLOAD_REASON reason) { return mm::detach(reason); }
