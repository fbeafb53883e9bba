/* A plugin that calls each of Metamod's utility functions and prints what it answers. */
#include "every_util.h"

enginefuncs_t engine;
mutil_funcs_t util;
plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Every util",
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "EVERY",
  PT_ANYTIME,
  PT_ANYTIME,
};
static meta_globals_t *metaGlobals;

static void callLogs(void) {
  util.pfnLogConsole(&info, "LogConsole %d%% %s", 5, "done");
  util.pfnLogMessage(&info, "LogMessage %d%% %s", 5, "done");
  util.pfnLogError(&info, "LogError %d%% %s", 5, "done");
  util.pfnLogDeveloper(&info, "LogDeveloper %d%% %s", 5, "done");
}

static void sayVarargs(hudtextparms_t parms, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  util.pfnCenterSayVarargs(&info, parms, format, arguments);
  va_end(arguments);
}

static void callCenterSays(void) {
  const hudtextparms_t parms = {0.5f, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0.5f, 1, 2, 0, 3};
  util.pfnCenterSay(&info, "CenterSay %d%%", 5);
  util.pfnCenterSayParms(&info, parms, "CenterSayParms %d%%", 5);
  sayVarargs(parms, "CenterSayVarargs %d%%", 5);
}

static void callGameEntity(const char *className) {
  edict_t *entity = engine.pfnCreateEntity();
  const int answer = util.pfnCallGameEntity(&info, className, &entity->v);
  util.pfnLogConsole(&info, "CallGameEntity %s = %d", className, answer);
  engine.pfnRemoveEntity(entity);
}

static void askMessage(const char *name) {
  int size = -2;
  const int id = util.pfnGetUserMsgID(&info, name, &size);
  util.pfnLogConsole(&info, "GetUserMsgID %s = %d, size %d", name, id, size);
  if (!id) return;
  size = -2;
  const char *sameName = util.pfnGetUserMsgName(&info, id, &size);
  util.pfnLogConsole(&info, "GetUserMsgName %d = %s, size %d", id, sameName, size);
}

static void askGame(void) {
  const ginfo_t tags[] = {GINFO_NAME,         GINFO_DESC,         GINFO_GAMEDIR,
                          GINFO_DLL_FULLPATH, GINFO_DLL_FILENAME, GINFO_REALDLL_FULLPATH};
  for (int i = 0; i < (int)(sizeof tags / sizeof *tags); ++i) {
    util.pfnLogConsole(&info, "GetGameInfo %d = %s", tags[i], util.pfnGetGameInfo(&info, tags[i]));
  }
}

static void askQueries(void) {
  edict_t *client = engine.pfnPEntityOfEntIndex(1);
  engine.pfnQueryClientCvarValue(client, "rate");
  engine.pfnQueryClientCvarValue2(client, "cl_lw", util.pfnMakeRequestId(&info));
  const char *name = util.pfnIsQueryingClientCvar(&info, client);
  util.pfnLogConsole(&info, "IsQueryingClientCvar = %s", name ? name : "nothing");
}

static void askHookTables(void) {
  enginefuncs_t *hookedEngine = NULL;
  DLL_FUNCTIONS *hookedDll = NULL;
  NEW_DLL_FUNCTIONS *hookedNewDll = NULL;
  util.pfnGetHookTables(&info, &hookedEngine, &hookedDll, &hookedNewDll);
  util.pfnLogConsole(&info, "GetHookTables: engine %s, dll %s, new dll %s", hookedEngine ? "yes" : "no",
                     hookedDll ? "yes" : "no", hookedNewDll ? "yes" : "no");
  hookedEngine->pfnTime();
}

/* Our own hook, which only a call through the hook table reaches here. */
static float hookedTime(void) {
  util.pfnLogConsole(&info, "GetHookTables: the hook of Time ran");
  metaGlobals->mres = MRES_IGNORED;
  return 0;
}

static void callAll(void) {
  callLogs();
  callCenterSays();
  callGameEntity("info_player_start");
  callGameEntity("no_such_class");
  askMessage("SayText");
  askMessage("Every");
  askMessage("svc_print");
  askMessage("NoSuchText");
  util.pfnLogConsole(&info, "GetPluginPath = %s", util.pfnGetPluginPath(&info));
  askGame();
  askQueries();
  const int firstId = util.pfnMakeRequestId(&info);
  util.pfnLogConsole(&info, "MakeRequestId = %d, then %d more", firstId, util.pfnMakeRequestId(&info) - firstId);
  askHookTables();
}

/* A frame later, when the client has answered. */
static void tellAnswer(void) {
  edict_t *client = engine.pfnPEntityOfEntIndex(1);
  const char *name = util.pfnIsQueryingClientCvar(&info, client);
  util.pfnLogConsole(&info, "IsQueryingClientCvar = %s", name ? name : "nothing");
}

static int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnTime = hookedTime;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  util = *functions;
  util.pfnLogConsole(&info, "every_util: before Metamod knows it");
  *answer = &info;
  util.pfnLogConsole(&info, "every_util: queried");
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEngineFunctions = getEngineFunctions;
  engine.pfnRegUserMsg("Every", 3);
  engine.pfnAddServerCommand("every_util", callAll);
  engine.pfnAddServerCommand("every_util_answered", tellAnswer);
  engine.pfnAddServerCommand("every_util_unknown", callUnknown);
  engine.pfnAddServerCommand("every_util_nothing", callWithNothing);
  engine.pfnAddServerCommand("every_util_long", callLong);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  util.pfnLogConsole(&info, "every_util: detached");
  return 1;
}
