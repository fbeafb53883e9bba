/* What no plugin should do, and some do. */
#include "every_util.h"

#include <stdint.h>
#include <string.h>

enum { kLong = 5000 };

static void sayVarargs(plid_t plid, const char *format, ...) {
  const hudtextparms_t parms = {0};
  va_list arguments;
  va_start(arguments, format);
  util.pfnCenterSayVarargs(plid, parms, format, arguments);
  va_end(arguments);
}

/* Each function with a PLID that is nobody's, and prints what each answers. */
static void callWith(plid_t plid) {
  const hudtextparms_t parms = {0};
  enginefuncs_t *hooked = &engine;
  void *handle = &engine;
  entvars_t vars;
  memset(&vars, 0, sizeof vars);
  util.pfnLogConsole(plid, "not printed");
  util.pfnLogMessage(plid, "not printed");
  util.pfnLogError(plid, "not printed");
  util.pfnLogDeveloper(plid, "not printed");
  util.pfnCenterSay(plid, "not printed");
  util.pfnCenterSayParms(plid, parms, "not printed");
  sayVarargs(plid, "not printed");
  const int entity = util.pfnCallGameEntity(plid, "info_player_start", &vars);
  const int id = util.pfnGetUserMsgID(plid, "SayText", NULL);
  const int hasName = util.pfnGetUserMsgName(plid, 1, NULL) != NULL;
  const int hasPath = util.pfnGetPluginPath(plid) != NULL;
  const int hasInfo = util.pfnGetGameInfo(plid, GINFO_NAME) != NULL;
  const int loaded = util.pfnLoadPlugin(plid, "addons/observer/observer.so", PT_ANYTIME, &handle);
  const int unloaded = util.pfnUnloadPlugin(plid, "1", PT_ANYTIME, PNL_PLUGIN);
  const int unloadedByHandle = util.pfnUnloadPluginByHandle(plid, handle, PT_ANYTIME, PNL_PLUGIN);
  const int isQuerying = util.pfnIsQueryingClientCvar(plid, engine.pfnPEntityOfEntIndex(1)) != NULL;
  const int request = util.pfnMakeRequestId(plid);
  util.pfnGetHookTables(plid, &hooked, NULL, NULL);
  util.pfnLogConsole(&info, "unknown: %d %d %d %d %d %d %d %d %d %d %d", entity, id, hasName, hasPath, hasInfo, loaded,
                     unloaded, unloadedByHandle, isQuerying, request, hooked != NULL || handle != NULL);
}

void callUnknown(void) {
  static plugin_info_t notOurs;
  callWith(NULL);
  /* SAFETY: what is no pointer is handed to functions that must only compare it. */
  callWith((plid_t)(uintptr_t)0x12345);
  callWith(&notOurs);
}

void callWithNothing(void) {
  util.pfnLogConsole(&info, NULL);
  util.pfnLogMessage(&info, NULL);
  util.pfnLogError(&info, NULL);
  util.pfnLogDeveloper(&info, NULL);
  util.pfnCenterSay(&info, NULL);
  sayVarargs(&info, NULL);
  entvars_t vars;
  memset(&vars, 0, sizeof vars);
  const int entity = util.pfnCallGameEntity(&info, NULL, &vars);
  const int entity2 = util.pfnCallGameEntity(&info, "info_player_start", NULL);
  const int id = util.pfnGetUserMsgID(&info, NULL, NULL);
  const int size = util.pfnGetUserMsgID(&info, "SayText", NULL) != 0;
  const int hasName = util.pfnGetUserMsgName(&info, -1, NULL) != NULL;
  const int loaded = util.pfnLoadPlugin(&info, NULL, PT_ANYTIME, NULL);
  const int loadedEmpty = util.pfnLoadPlugin(&info, "", PT_ANYTIME, NULL);
  const int unloaded = util.pfnUnloadPlugin(&info, NULL, PT_ANYTIME, PNL_PLUGIN);
  const int byHandle = util.pfnUnloadPluginByHandle(&info, NULL, PT_ANYTIME, PNL_PLUGIN);
  const int isQuerying = util.pfnIsQueryingClientCvar(&info, NULL) != NULL;
  util.pfnGetHookTables(&info, NULL, NULL, NULL);
  util.pfnLogConsole(&info, "nothing: %d %d %d %d %d %d %d %d %d %d", entity, entity2, id, size, hasName, loaded,
                     loadedEmpty, unloaded, byHandle, isQuerying);
}

void callLong(void) {
  char text[kLong + 1];
  memset(text, 'x', kLong);
  text[kLong] = '\0';
  util.pfnLogConsole(&info, "%s", text);
  util.pfnLogMessage(&info, "%s", text);
  util.pfnCenterSay(&info, "%s", text);
  const int id = util.pfnGetUserMsgID(&info, text, NULL);
  const int loaded = util.pfnLoadPlugin(&info, text, PT_ANYTIME, NULL);
  const int unloaded = util.pfnUnloadPlugin(&info, text, PT_ANYTIME, PNL_PLUGIN);
  util.pfnLogConsole(&info, "long: %d %d %d", id, loaded, unloaded);
}
