// Native plugins that lack an export, one for each value of MISSING, and one that cannot be linked.
#include "metamod/metamod.h"

namespace {
plugin_info_t info = {META_INTERFACE_VERSION, "broken", "1", "", "", "", "BROKEN", PT_ANYTIME, PT_ANYTIME};
}

#if MISSING == 1
MM_EXPORT void function_that_nobody_has();
MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) { function_that_nobody_has(); }
#endif

#if MISSING >= 3
MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}
#endif

MM_EXPORT int Meta_Query(const char*, plugin_info_t** to, mutil_funcs_t*) {
  *to = &info;
  return 1;
}

#if MISSING >= 4
MM_EXPORT int Meta_Attach(PLUG_LOADTIME, META_FUNCTIONS*, meta_globals_t*, gamedll_funcs_t*) { return 1; }
#endif
