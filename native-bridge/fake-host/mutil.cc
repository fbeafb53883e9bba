#include "fake-host/mutil.h"

#include <sstream>

#include "fake-host/host.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

// A plugin's mistakes in its PLID show as lines of a plugin "?". (Inside Meta_Query the host does not know the PLID
// yet.)
const char* tagOf(plid_t plid) {
  const bool isKnown = host().plugins.byPlid(plid) || host().plugins.byAddress(plid);
  return isKnown && plid->logtag ? plid->logtag : "?";
}

void logTagged(plid_t plid, const char* kind, const std::string& text) {
  logLine("[%s] %s%s", tagOf(plid), kind, text.c_str());
}

void logConsole(plid_t, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  printLine("%s", formattedFrom(format, arguments).c_str());
  va_end(arguments);
}

void logMessage(plid_t plid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "", formattedFrom(format, arguments));
  va_end(arguments);
}

void logError(plid_t plid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "ERROR: ", formattedFrom(format, arguments));
  va_end(arguments);
}

void logDeveloper(plid_t plid, const char* format, ...) {
  if (host().engine().pfnCVarGetFloat("developer") == 0) return;
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "dev: ", formattedFrom(format, arguments));
  va_end(arguments);
}

// The double has no need of the message's form: the text in the middle of each screen is enough to see it arrive.
void centerSayVarargs(plid_t plid, hudtextparms_t, const char* format, va_list arguments) {
  const std::string text = formattedFrom(format, arguments);
  logTagged(plid, "(centersay) ", text);
  for (int index = 1; index <= host().globals->maxClients; ++index) {
    edict_t* const client = host().engine().pfnPEntityOfEntIndex(index);
    const bool canRead = client && !client->free && (client->v.flags & FL_CLIENT) && !(client->v.flags & FL_FAKECLIENT);
    if (canRead) host().engine().pfnClientPrintf(client, print_center, text.c_str());
  }
}

void centerSay(plid_t plid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  centerSayVarargs(plid, {}, format, arguments);
  va_end(arguments);
}

void centerSayParms(plid_t plid, hudtextparms_t parms, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  centerSayVarargs(plid, parms, format, arguments);
  va_end(arguments);
}

qboolean callGameEntity(plid_t, const char* className, entvars_t* vars) {
  const auto factory = host().game.exported<void (*)(entvars_t*)>(className);
  if (factory) factory(vars);
  return factory != nullptr;
}

int getUserMsgId(plid_t, const char* name, int* size) {
  for (const auto& [id, message] : host().userMessages.byId) {
    if (message.name != name) continue;
    if (size) *size = message.size;
    return id;
  }
  return 0;
}

const char* getUserMsgName(plid_t, int id, int* size) {
  const auto found = host().userMessages.byId.find(id);
  if (found == host().userMessages.byId.end()) return nullptr;
  if (size) *size = found->second.size;
  return found->second.name.c_str();
}

const char* getPluginPath(plid_t plid) {
  static std::string path;
  const Plugin* const plugin = host().plugins.byPlid(plid);
  path = plugin ? plugin->path : "";
  return plugin ? path.c_str() : nullptr;
}

const char* getGameInfo(plid_t, ginfo_t tag) {
  static std::string answer;
  const auto fileOf = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
  switch (tag) {
    case GINFO_NAME:
    case GINFO_DESC: answer = fileOf(host().gameDirectory); break;
    case GINFO_GAMEDIR: answer = host().gameDirectory; break;
    case GINFO_DLL_FILENAME: answer = fileOf(host().gamePath); break;
    case GINFO_DLL_FULLPATH:
    case GINFO_REALDLL_FULLPATH: answer = host().gamePath; break;
    default: return nullptr;
  }
  return answer.c_str();
}

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kRefused = 13;  // the number that metamod-p gave

int loadPlugin(plid_t plid, const char* commandLine, PLUG_LOADTIME now, void** handle) {
  const Plugin* const caller = host().plugins.byPlid(plid);
  if (!caller || !commandLine) return kFailed;
  std::istringstream words(commandLine);
  std::string name, description;
  words >> name >> std::ws;
  std::getline(words, description);
  const std::size_t count = host().plugins.all().size();
  const Plugin* const plugin = host().plugins.load(name, description, now, caller);
  const bool isNew = host().plugins.all().size() > count;
  if (handle) *handle = plugin ? plugin->image.handle() : nullptr;
  if (plugin && !isNew) return host().quirks().refusesSecondLoad ? kFailed : kDone;
  return plugin && plugin->isLoaded() ? kDone : kFailed;
}

int unloadFor(plid_t plid, Plugin* plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const Plugin* const caller = host().plugins.byPlid(plid);
  // No plugin unloads itself, nor one that is unloading it.
  if (!caller || !plugin || plugin == caller || plugin->isUnloading) return kFailed;
  const bool isForced = reason == PNL_CMD_FORCED || reason == PNL_PLG_FORCED;
  return host().plugins.unload(*plugin, now, isForced ? PNL_PLG_FORCED : PNL_PLUGIN) ? kDone : kFailed;
}

int unloadPlugin(plid_t plid, const char* words, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  return unloadFor(plid, words ? host().plugins.find(words) : nullptr, now, reason);
}

int unloadByHandle(plid_t plid, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  if (host().quirks().refusesUnloadByHandle) return kRefused;
  return unloadFor(plid, host().plugins.byHandle(handle), now, reason);
}

const char* isQueryingClientCvar(plid_t, const edict_t* client) { return host().cvarQueries.nameFor(client); }

int makeRequestId(plid_t) {
  constexpr int kFirst = 0x41110000;
  return kFirst + ++host().requestCounter;
}

void getHookTables(plid_t, enginefuncs_t** engine, DLL_FUNCTIONS** dll, NEW_DLL_FUNCTIONS** newDll) {
  if (engine) *engine = host().hooks.engine();
  if (dll) *dll = host().hooks.dll();
  if (newDll) *newDll = host().hooks.newDll();
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
      .pfnUnloadPluginByHandle = unloadByHandle,
      .pfnIsQueryingClientCvar = isQueryingClientCvar,
      .pfnMakeRequestId = makeRequestId,
      .pfnGetHookTables = getHookTables,
  };
  return functions;
}

const ExtensionFunctions& extensionFunctions() {
  static const ExtensionFunctions functions = {loadPlugin, unloadPlugin, unloadByHandle};
  return functions;
}

}  // namespace fakehost
