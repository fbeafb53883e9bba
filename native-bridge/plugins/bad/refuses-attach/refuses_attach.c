/*
 * A plugin that answers Meta_Attach with 0, after it has asked for a hook and registered a command: neither may be
 * alive afterwards.
 */
#include "metamod/metamod.h"

static plugin_info_t info = {META_INTERFACE_VERSION, "Refuses attach", "1.0", "2026-01-01", "Metamod for TypeScript",
                             "https://example.com/bad", "BADATTACH", PT_ANYTIME, PT_ANYPAUSE};
static enginefuncs_t engine;

static void commandOfNobody(void) { engine.pfnServerPrint("refuses-attach: this command should be dead\n"); }

static void startFrame(void) { engine.pfnServerPrint("refuses-attach: this hook should be dead\n"); }

static int getEntityApi2(DLL_FUNCTIONS *table, int *version) {
  (void)version;
  table->pfnStartFrame = startFrame;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *functions, globalvars_t *globals) {
  (void)globals;
  engine = *functions;
}

MM_EXPORT int Meta_Query(const char *version, plugin_info_t **plugin, mutil_funcs_t *util) {
  (void)version, (void)util;
  *plugin = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals, gamedll_funcs_t *game) {
  (void)now, (void)globals, (void)game;
  functions->pfnGetEntityAPI2 = getEntityApi2;
  engine.pfnAddServerCommand("refuses_attach", commandOfNobody);
  return 0;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
