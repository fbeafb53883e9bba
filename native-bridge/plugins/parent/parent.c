/* A plugin that loads and unloads others, on the word of the server console or from a hook of its own. */
#include <string.h>

#include "metamod/metamod.h"

static enginefuncs_t engine;
static mutil_funcs_t util;
static meta_globals_t *metaGlobals;
static void *lastHandle;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Parent",
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "PARENT",
  PT_ANYTIME,
  PT_ANYTIME,
};

static void load(void) {
  lastHandle = &info;
  const int answer = util.pfnLoadPlugin(&info, engine.pfnCmd_Args(), PT_ANYTIME, &lastHandle);
  util.pfnLogConsole(&info, "parent: load answers %d, %s handle", answer, lastHandle ? "a" : "no");
}

static void loadWithoutHandle(void) {
  const int answer = util.pfnLoadPlugin(&info, engine.pfnCmd_Args(), PT_ANYTIME, NULL);
  util.pfnLogConsole(&info, "parent: load answers %d", answer);
}

static void unload(void) {
  const int answer = util.pfnUnloadPlugin(&info, engine.pfnCmd_Args(), PT_ANYTIME, PNL_COMMAND);
  util.pfnLogConsole(&info, "parent: unload answers %d", answer);
}

static void unloadByHandle(void) {
  const int answer = util.pfnUnloadPluginByHandle(&info, lastHandle, PT_ANYTIME, PNL_COMMAND);
  util.pfnLogConsole(&info, "parent: unload by handle answers %d", answer);
}

/* The handle of a plugin without a library is its PLID; that of another is none, and must be told apart. */
static void tellPath(void) {
  const char *path = util.pfnGetPluginPath((plid_t)lastHandle);
  util.pfnLogConsole(&info, "parent: its path is %s", path ? path : "not known");
}

/* A client's word `orphan` has the plugin try to unload itself, from inside its own hook. */
static void clientCommand(edict_t *client) {
  (void)client;
  metaGlobals->mres = MRES_IGNORED;
  if (strcmp(engine.pfnCmd_Argv(0), "orphan") != 0) return;
  const int answer = util.pfnUnloadPlugin(&info, "Parent", PT_ANYTIME, PNL_PLUGIN);
  util.pfnLogConsole(&info, "parent: unloading itself answers %d", answer);
  metaGlobals->mres = MRES_SUPERCEDE;
}

static int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){.pfnClientCommand = clientCommand};
  return 1;
}

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
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEntityAPI2 = getEntityAPI2;
  engine.pfnAddServerCommand("parent_load", load);
  engine.pfnAddServerCommand("parent_load_only", loadWithoutHandle);
  engine.pfnAddServerCommand("parent_path", tellPath);
  engine.pfnAddServerCommand("parent_unload", unload);
  engine.pfnAddServerCommand("parent_unload_handle", unloadByHandle);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
