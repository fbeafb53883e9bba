/*
 * A plugin for tests of comings and goings: it says of itself when it may be loaded and unloaded, as its build tells it,
 * whether it lets itself be unloaded, and tells the console when it comes and goes.
 */
#include "metamod/metamod.h"

static mutil_funcs_t util;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  TIMED_NAME,
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  TIMED_NAME,
  TIMED_LOADABLE,
  TIMED_UNLOADABLE,
};

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)table, (void)globals;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  util = *functions;
  *answer = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)functions, (void)globals, (void)game;
  util.pfnLogConsole(&info, "%s attached at %d", info.name, (int)now);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  util.pfnLogConsole(&info, "%s detached at %d for %d", info.name, (int)now, (int)reason);
  return TIMED_LETS_GO;
}
