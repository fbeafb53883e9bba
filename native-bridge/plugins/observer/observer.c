/* The plugin's own life: what Metamod asks of it, in the order of the calls. */
#include "observer.h"

enginefuncs_t engine;
meta_globals_t *metaGlobals;
cvar_t *verbose;

static mutil_funcs_t util;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Observer",
  "1.0.0",
  "2026/11/20",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "OBSERVER",
  PT_ANYTIME,
  PT_ANYTIME,
};
static cvar_t verboseCvar = {"observer_verbose", "0", FCVAR_EXTDLL, 0, NULL};

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  *answer = &info;
  util = *functions;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now;
  (void)game;
  metaGlobals = globals;
  functions->pfnGetEntityAPI2 = getEntityAPI2;
  functions->pfnGetEntityAPI2_Post = getEntityAPI2Post;
  functions->pfnGetNewDLLFunctions = getNewDLLFunctions;
  functions->pfnGetNewDLLFunctions_Post = getNewDLLFunctionsPost;
  functions->pfnGetEngineFunctions = getEngineFunctions;
  functions->pfnGetEngineFunctions_Post = getEngineFunctionsPost;
  engine.pfnCVarRegister(&verboseCvar);
  /* Metamod copies the cvar, so ours is not the one that the console sets. */
  verbose = engine.pfnCVarGetPointer("observer_verbose");
  engine.pfnAddServerCommand("observer_counts", printCounts);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now;
  (void)reason;
  return 1;
}

void logLine(const char *function, Phase phase) {
  util.pfnLogMessage(&info, "%s (%s)", function, phase == kPre ? "pre" : "post");
}
