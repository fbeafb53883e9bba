#include "core/mutil.h"

#include "core/center_say.h"
#include "core/mutil_log.h"
#include "core/game_info.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

qboolean callGameEntity(plid_t, const char* className, entvars_t* vars) {
  const auto factory = className ? state().gameDll.factory(className) : nullptr;
  if (!factory) return 0;
  factory(vars);
  return 1;
}

int getUserMsgId(plid_t, const char* name, int* size) {
  const UserMessage* const message = name ? state().userMessages.byName(name) : nullptr;
  if (message && size) *size = message->size;
  return message ? message->id : 0;
}

const char* getUserMsgName(plid_t, int id, int* size) {
  const UserMessage* const message = state().userMessages.byId(id);
  if (message && size) *size = message->size;
  return message ? message->name.c_str() : nullptr;
}

const char* getPluginPath(plid_t plid) {
  const Plugin* const plugin = state().plugins.find(state().plugins.slotOf(plid));
  return plugin && plugin->native ? plugin->native->library().path().c_str() : nullptr;
}

// Metamod's answers: 0 is success, 1 any failure.
constexpr int kFailed = 1;

int loadPlugin(plid_t plid, const char* commandLine, PLUG_LOADTIME now, void** handle) {
  const int caller = state().plugins.slotOf(plid);
  if (!caller || !commandLine || !state().policy) return kFailed;
  return state().policy->loadPlugin(caller, commandLine, now, handle);
}

int unloadPlugin(plid_t plid, const char* commandLine, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const int caller = state().plugins.slotOf(plid);
  if (!caller || !commandLine || !state().policy) return kFailed;
  return state().policy->unloadPlugin(caller, commandLine, now, reason);
}

int unloadPluginByHandle(plid_t plid, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const int caller = state().plugins.slotOf(plid);
  if (!caller || !handle || !state().policy) return kFailed;
  return state().policy->unloadPluginByHandle(caller, handle, now, reason);
}

const char* isQueryingClientCvar(plid_t, const edict_t* client) { return state().cvarQueries.nameFor(client); }

// Numbers far from those a plugin would count up itself: they start at the magnitude of 0xbeef in the upper half.
int makeRequestId(plid_t) {
  constexpr int kFirst = 0x41110000;
  return kFirst + ++state().requestCounter;
}

void getHookTables(plid_t, enginefuncs_t** engine, DLL_FUNCTIONS** dll, NEW_DLL_FUNCTIONS** newDll) {
  if (engine) *engine = thunkTable().engine();
  if (dll) *dll = thunkTable().dll();
  if (newDll) *newDll = thunkTable().newDll();
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
      .pfnGetGameInfo = gameInfo,
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
