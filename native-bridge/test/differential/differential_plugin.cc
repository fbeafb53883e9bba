// A native plugin in several slots at once: who it is and what it hooks is told by the driver before it is opened.
#include "test/differential/control.h"

namespace {

PluginControl control;
plugin_info_t infos[8];
constexpr const char* kNames[] = {"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"};

// SAFETY: the three tables lie end to end in the core (function_table.h), so the first leads to all.
template <int Phase>
int getEngine(enginefuncs_t* table, int*) {
  *table = *control.given[Phase].engine();
  control.tables[Phase] = reinterpret_cast<mm::FunctionTable*>(table);
  return 1;
}

template <int Phase>
int getDll(DLL_FUNCTIONS* table, int*) {
  *table = *control.given[Phase].dll();
  return 1;
}

template <int Phase>
int getNewDll(NEW_DLL_FUNCTIONS* table, int*) {
  *table = *control.given[Phase].newDll();
  return 1;
}

}  // namespace

MM_EXPORT PluginControl* pluginControl() { return &control; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

MM_EXPORT int Meta_Query(const char*, plugin_info_t** to, mutil_funcs_t*) {
  plugin_info_t& info = infos[control.slot];
  info = {META_INTERFACE_VERSION, kNames[control.slot], "1", "", "", "", kNames[control.slot], PT_ANYTIME, PT_ANYPAUSE};
  *to = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME, META_FUNCTIONS* get, meta_globals_t* globals, gamedll_funcs_t*) {
  control.globals = globals;
  *get = {nullptr,      nullptr,      getDll<0>,    getDll<1>,
          getNewDll<0>, getNewDll<1>, getEngine<0>, getEngine<1>};
  return 1;
}
