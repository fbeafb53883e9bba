/* Does what an engine does when it meets an error of the map: leaves everything that runs by longjmp. The command
   leaver_leave calls pfnRandomLong through all hooks, and comes back as soon as one of them calls pfnTime so. */
#include <setjmp.h>
#include <stddef.h>

#include "metamod/metamod.h"

static enginefuncs_t engine;
static mutil_funcs_t *util;
static meta_globals_t *metaGlobals;
static jmp_buf hostLoop;
static int isLeaving;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Leaver",
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "LEAVER",
  PT_ANYTIME,
  PT_ANYTIME,
};

static float getTime(void) {
  metaGlobals->mres = MRES_IGNORED;
  if (isLeaving) longjmp(hostLoop, 1);
  return 0;
}

static void leave(void) {
  enginefuncs_t *hooked = NULL;
  util->pfnGetHookTables(&info, &hooked, NULL, NULL);
  isLeaving = 1;
  if (setjmp(hostLoop) == 0) hooked->pfnRandomLong(0, 1);
  else engine.pfnServerPrint("leaver: left\n");
  isLeaving = 0;
}

static int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnTime = getTime;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  *answer = &info;
  util = functions;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEngineFunctions = getEngineFunctions;
  engine.pfnAddServerCommand("leaver_leave", leave);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
