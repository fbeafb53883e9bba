#include <metamod/metamod.h>

static plugin_info_t info = {META_INTERFACE_VERSION, "Greeter", "1.0", "2026-01-01", "You",
                             "https://example.com/greeter", "GREETER", PT_ANYTIME, PT_ANYTIME};
static enginefuncs_t engine;
static meta_globals_t *meta;

static void clientPutInServer(edict_t *player) {
  engine.pfnClientPrintf(player, print_chat, "Welcome!\n");
  meta->mres = MRES_HANDLED;
}

static int getEntityApi2(DLL_FUNCTIONS *table, int *version) {
  if (*version != INTERFACE_VERSION) return 0;
  table->pfnClientPutInServer = clientPutInServer;
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

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  meta = globals;
  functions->pfnGetEntityAPI2 = getEntityApi2;
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
