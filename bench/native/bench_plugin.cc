// A native plugin that hooks nothing until the benchmark tells it to, and then ignores every call.
#include "bench_plugin.h"

namespace {

plugin_info_t info = {META_INTERFACE_VERSION, "bench", "1", "", "", "", "BENCH", PT_ANYTIME, PT_ANYPAUSE};
meta_globals_t* globals;
DLL_FUNCTIONS* dll[2];
enginefuncs_t* engine[2];

void startFrame() { globals->mres = MRES_IGNORED; }

int addToFullPack(entity_state_t*, int, edict_t*, edict_t*, int, int, byte*) {
  globals->mres = MRES_IGNORED;
  return 0;
}

edict_t* entityOfIndex(int) {
  globals->mres = MRES_IGNORED;
  return nullptr;
}

template <int Phase>
int getDll(DLL_FUNCTIONS* table, int*) {
  dll[Phase] = table;
  return 1;
}

template <int Phase>
int getEngine(enginefuncs_t* table, int*) {
  engine[Phase] = table;
  return 1;
}

}  // namespace

MM_EXPORT void benchHook(int phase, int on) {
  dll[phase]->pfnStartFrame = on ? startFrame : nullptr;
  dll[phase]->pfnAddToFullPack = on ? addToFullPack : nullptr;
  engine[phase]->pfnPEntityOfEntIndex = on ? entityOfIndex : nullptr;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

MM_EXPORT int Meta_Query(const char*, plugin_info_t** to, mutil_funcs_t*) {
  *to = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME, META_FUNCTIONS* get, meta_globals_t* given, gamedll_funcs_t*) {
  globals = given;
  get->pfnGetEntityAPI2 = getDll<0>;
  get->pfnGetEntityAPI2_Post = getDll<1>;
  get->pfnGetEngineFunctions = getEngine<0>;
  get->pfnGetEngineFunctions_Post = getEngine<1>;
  return 1;
}
