/* A plugin that answers Meta_Query with 0: it does not want to be loaded here. */
#include "metamod/metamod.h"

static plugin_info_t info = {META_INTERFACE_VERSION, "Refuses query", "1.0", "2026-01-01", "Metamod for TypeScript",
                             "https://example.com/bad", "BADQUERY", PT_ANYTIME, PT_ANYPAUSE};

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *functions, globalvars_t *globals) {
  (void)functions, (void)globals;
}

MM_EXPORT int Meta_Query(const char *version, plugin_info_t **plugin, mutil_funcs_t *util) {
  (void)version, (void)util;
  *plugin = &info;
  return 0;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals, gamedll_funcs_t *game) {
  (void)now, (void)functions, (void)globals, (void)game;
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
