#include "core/mutil.h"

#include "core/center_say.h"
#include "core/format.h"
#include "core/game_info.h"
#include "core/mutil_log.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

qboolean callGameEntity(plid_t plid, const char* className, entvars_t* vars) {
  if (!utilCaller(plid, "CallGameEntity") || !className || !vars) return 0;
  const auto factory = state().gameDll.factory(className);
  if (!factory) return state().entityClasses.make(className, vars);
  factory(vars);
  return 1;
}

int getUserMsgId(plid_t plid, const char* name, int* size) {
  if (!utilCaller(plid, "GetUserMsgID")) return 0;
  const UserMessage* const message = name ? state().userMessages.byName(name) : nullptr;
  if (message && size) *size = message->size;
  return message ? message->id : 0;
}

const char* getUserMsgName(plid_t plid, int id, int* size) {
  if (!utilCaller(plid, "GetUserMsgName")) return nullptr;
  const UserMessage* const message = state().userMessages.byId(id);
  if (message && size) *size = message->size;
  return message ? message->name.c_str() : nullptr;
}

const char* getPluginPath(plid_t plid) {
  const Plugin* const plugin = state().plugins.find(utilCaller(plid, "GetPluginPath"));
  return plugin ? plugin->path() : nullptr;
}

const char* getGameInfo(plid_t plid, ginfo_t tag) {
  return utilCaller(plid, "GetGameInfo") ? gameInfo(tag) : nullptr;
}

// Metamod's answers: 0 is success, 1 any failure.
constexpr int kFailed = 1;

// Why a request is refused before the policy hears of it.
int refuse(int caller, const char* function, const char* why) {
  report(formatted("[META] ERROR: plugin '%s': %s: %s", state().plugins.nameOf(caller), function, why));
  return kFailed;
}

int loadPlugin(plid_t plid, const char* commandLine, PLUG_LOADTIME now, void** handle) {
  if (handle) *handle = nullptr;
  const int caller = utilCaller(plid, "LoadPlugin");
  if (!caller || !state().policy) return kFailed;
  if (!commandLine || !*commandLine) return refuse(caller, "LoadPlugin", "no file is named; pass its path");
  return state().policy->loadPlugin(caller, commandLine, now, handle);
}

int unloadPlugin(plid_t plid, const char* commandLine, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const int caller = utilCaller(plid, "UnloadPlugin");
  if (!caller || !state().policy) return kFailed;
  if (!commandLine || !*commandLine) return refuse(caller, "UnloadPlugin", "no plugin is named; pass its name");
  return state().policy->unloadPlugin(caller, commandLine, now, reason);
}

int unloadPluginByHandle(plid_t plid, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const int caller = utilCaller(plid, "UnloadPluginByHandle");
  if (!caller || !state().policy) return kFailed;
  if (!handle) return refuse(caller, "UnloadPluginByHandle", "the handle is null; pass the one that LoadPlugin gave");
  return state().policy->unloadPluginByHandle(caller, handle, now, reason);
}

const char* isQueryingClientCvar(plid_t plid, const edict_t* client) {
  return utilCaller(plid, "IsQueryingClientCvar") ? state().cvarQueries.nameFor(client) : nullptr;
}

// Numbers far from those a plugin would count up itself: they start at the magnitude of 0xbeef in the upper half.
int makeRequestId(plid_t plid) {
  constexpr int kFirst = 0x41110000;
  return utilCaller(plid, "MakeRequestID") ? kFirst + ++state().requestCounter : 0;
}

void getHookTables(plid_t plid, enginefuncs_t** engine, DLL_FUNCTIONS** dll, NEW_DLL_FUNCTIONS** newDll) {
  const bool isKnown = utilCaller(plid, "GetHookTables") != 0;
  if (engine) *engine = isKnown ? thunkTable().engine() : nullptr;
  if (dll) *dll = isKnown ? thunkTable().dll() : nullptr;
  if (newDll) *newDll = isKnown ? thunkTable().newDll() : nullptr;
}

}  // namespace

const mutil_funcs_t& utilFunctions() {
  static const mutil_funcs_t functions = {
      .pfnLogConsole = logConsole,
      .pfnLogMessage = logMessage,
      .pfnLogError = logError,
      .pfnLogDeveloper = logDeveloper,
      .pfnCenterSay = centerSay,
      .pfnCenterSayParms = centerSayParms,
      .pfnCenterSayVarargs = centerSayVarargs,
      .pfnCallGameEntity = callGameEntity,
      .pfnGetUserMsgID = getUserMsgId,
      .pfnGetUserMsgName = getUserMsgName,
      .pfnGetPluginPath = getPluginPath,
      .pfnGetGameInfo = getGameInfo,
      .pfnLoadPlugin = loadPlugin,
      .pfnUnloadPlugin = unloadPlugin,
      .pfnUnloadPluginByHandle = unloadPluginByHandle,
      .pfnIsQueryingClientCvar = isQueryingClientCvar,
      .pfnMakeRequestId = makeRequestId,
      .pfnGetHookTables = getHookTables,
  };
  return functions;
}

}  // namespace mm
