// A native plugin for the core's tests. The built file is copied under several names, because a library that is opened
// twice is one library; it takes its name from the file's.
#include <dlfcn.h>

#include "test/core/test_plugin.h"

namespace {

PluginControl control;

std::string ownName() {
  Dl_info library;
  dladdr(&control, &library);
  const std::string path = library.dli_fname;
  const std::size_t start = path.rfind('/') + 1;
  return path.substr(start, path.rfind('.') - start);
}

const std::string name = ownName();
const std::string tag = "TAG_" + name.substr(name.size() - 1);
const std::string cvarName = name + "_cvar";
char cvarText[] = "7";
cvar_t cvar = {cvarName.c_str(), cvarText, 0, 7, nullptr};
plugin_info_t info = {META_INTERFACE_VERSION, name.c_str(), "1.0",      "2026-01-01", "author", "url",
                      tag.c_str(),            PT_ANYTIME,   PT_ANYPAUSE};

void command() { ++control.commandCalls; }

void beginMessage(int dest, int id) {
  control.engine->pfnMessageBegin(dest, id, nullptr, nullptr);
  control.calls += " began";  // so that the call returns here
}

template <int Phase>
constexpr pattern::Who kWho = Phase == mm::kPre ? pattern::kPreHook : pattern::kPostHook;

template <int Phase>
mm::FunctionTable& patterns() {
  static mm::FunctionTable table = {};
  pattern::Functions<kWho<Phase>>::fill(table);
  return table;
}

template <int Phase>
int getDll(DLL_FUNCTIONS* table, int*) {
  control.calls += Phase == mm::kPre ? " api2" : " api2post";
  control.dll[Phase] = table;
  if (control.usesPatterns) *table = *patterns<Phase>().dll();
  return 1;
}

template <int Phase>
int getOldDll(DLL_FUNCTIONS* table, int version) {
  control.calls += Phase == mm::kPre ? " api" : " apipost";
  control.dll[Phase] = table;
  return version == INTERFACE_VERSION;
}

template <int Phase>
int getNewDll(NEW_DLL_FUNCTIONS* table, int*) {
  control.calls += Phase == mm::kPre ? " new" : " newpost";
  control.newDll[Phase] = table;
  if (control.usesPatterns) *table = *patterns<Phase>().newDll();
  return 1;
}

template <int Phase>
int getEngine(enginefuncs_t* table, int*) {
  control.calls += Phase == mm::kPre ? " engine" : " enginepost";
  control.engineHooks[Phase] = table;
  if (control.usesPatterns) *table = *patterns<Phase>().engine();
  return 1;
}

}  // namespace

MM_EXPORT PluginControl* pluginControl() {
  control.self = &pattern::self;
  control.info = &info;
  control.command = command;
  control.beginMessage = beginMessage;
  control.cvar = &cvar;
  return &control;
}

MM_EXPORT void Meta_Init() { control.calls += "init"; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t* globals) {
  control.calls += " give";
  control.engine = engine;
  control.engineGlobals = globals;
}

MM_EXPORT int Meta_Query(const char*, plugin_info_t** to, mutil_funcs_t* util) {
  control.calls += " query";
  control.util = util;
  if (!control.givesNoInfo) *to = &info;
  return control.queryAnswer;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME, META_FUNCTIONS* get, meta_globals_t* globals, gamedll_funcs_t* game) {
  control.calls += " attach";
  control.globals = globals;
  control.game = game;
  pattern::self.globals = globals;
  get->pfnGetEntityAPI = getOldDll<0>;
  get->pfnGetEntityAPI_Post = getOldDll<1>;
  if (!control.usesOldApi) {
    get->pfnGetEntityAPI2 = getDll<0>;
    get->pfnGetEntityAPI2_Post = getDll<1>;
  }
  get->pfnGetNewDLLFunctions = getNewDll<0>;
  get->pfnGetNewDLLFunctions_Post = getNewDll<1>;
  get->pfnGetEngineFunctions = getEngine<0>;
  get->pfnGetEngineFunctions_Post = getEngine<1>;
  if (control.overrunsGetters) {
    // As real plugins do that know ten getters.
    reinterpret_cast<void**>(get)[8] = nullptr;
    reinterpret_cast<void**>(get)[9] = nullptr;
  }
  if (control.whenAttached) control.whenAttached(control);
  return control.attachAnswer;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME, PL_UNLOAD_REASON) {
  control.calls += " detach";
  return control.detachAnswer;
}
