#include "fake-host/hook_table.h"

#include "core/tags.h"
#include "fake-host/dispatch.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

using namespace mm::tag;

struct Row {
  const char* name;
  AnyFn hooked;
};

template <FunctionId Id, int Default, class Table, class R, class... A>
Row rowFor(const char* name, R (*Table::*)(A...)) {
  return {name, reinterpret_cast<AnyFn>(&Hooked<Id, Default, R, A...>::call)};
}

template <FunctionId Id, int Default, class Table, class First, class Format>
Row rowFor(const char* name, void (*Table::*)(First, Format, ...)) {
  return {name, reinterpret_cast<AnyFn>(&HookedVariadic<Id, First, Format>::call)};
}

template <FunctionId Id, auto Member, class Signature, int Default = 0>
Row row(const char* name) {
  return rowFor<Id, Default>(name, Member);
}

const Row kRows[mm::kFunctionCount] = {
#include "core/generated/engine_rows.inc"
#include "core/generated/dll_rows.inc"
#include "core/generated/newdll_rows.inc"
};

// Every function through the plugins, without what the host does itself.
FunctionTable dispatching;

DLL_FUNCTIONS& dispatchingDll() { return *dispatching.dll(); }

qboolean clientConnect(edict_t* client, const char* name, const char* address, char reason[128]) {
  host().cvarQueries.ended(client);
  return dispatchingDll().pfnClientConnect(client, name, address, reason);
}

void clientDisconnect(edict_t* client) {
  host().cvarQueries.ended(client);
  if (!host().quirks().swallowsClientDisconnect) dispatchingDll().pfnClientDisconnect(client);
}

void serverDeactivate() {
  dispatchingDll().pfnServerDeactivate();
  host().cvarQueries.clear();
  host().requestCounter = 0;
  host().plugins.mapEnded();
}

void cvarValue(const edict_t* client, const char* value) {
  host().cvarQueries.ended(client);
  dispatching.newDll()->pfnCvarValue(client, value);
}

int regUserMsg(const char* name, int size) {
  const int id = dispatching.engine()->pfnRegUserMsg(name, size);
  if (id) host().userMessages.byId[id] = {name, size};
  return id;
}

void queryClientCvarValue(const edict_t* client, const char* name) {
  host().cvarQueries.asked(client, name);
  dispatching.engine()->pfnQueryClientCvarValue(client, name);
}

void addPluginCommand(const char* name, void (*function)()) { host().commands.add(name, function); }
void registerPluginCvar(cvar_t* cvar) { host().cvars.add(cvar); }

void queryForPlugin(const edict_t* client, const char* name) {
  host().cvarQueries.asked(client, name);
  host().engine().pfnQueryClientCvarValue(client, name);
}

// Stands where a table of 158 functions is over: whoever calls on has read past its end.
void pastTheEnd() { fatal("somebody called a 159th engine function; %s has 158", host().kind.name.c_str()); }

void endTable(FunctionTable& table) {
  if (host().quirks().has158EngineFunctions) table.at[kLastEngineFunction] = pastTheEnd;
}

}  // namespace

void makeHookTable() {
  for (FunctionId id = 0; id < mm::kFunctionCount; ++id) dispatching.at[id] = kRows[id].hooked;
  FunctionTable& table = host().hooks;
  table = dispatching;
  table.dll()->pfnClientConnect = clientConnect;
  table.dll()->pfnClientDisconnect = clientDisconnect;
  table.dll()->pfnServerDeactivate = serverDeactivate;
  table.newDll()->pfnCvarValue = cvarValue;
  table.engine()->pfnRegUserMsg = regUserMsg;
  table.engine()->pfnQueryClientCvarValue = queryClientCvarValue;
  endTable(table);
}

void makePluginEngine() {
  FunctionTable& table = host().pluginEngine;
  table = host().real;
  table.engine()->pfnAddServerCommand = addPluginCommand;
  table.engine()->pfnCVarRegister = registerPluginCvar;
  table.engine()->pfnCvar_RegisterVariable = registerPluginCvar;
  table.engine()->pfnQueryClientCvarValue = queryForPlugin;
  endTable(table);
}

const char* functionName(FunctionId id) { return kRows[id].name; }

void complainAbout(META_RES answer, const Plugin& plugin, FunctionId id, Phase phase) {
  if (answer == MRES_UNSET) {
    logLine("[META] ERROR: plugin '%s' left mres unset in %s", plugin.title().c_str(), functionName(id));
  } else if (phase == kPost && answer == MRES_SUPERCEDE) {
    logLine("[META] ERROR: plugin '%s' supercedes in post hook %s", plugin.title().c_str(), functionName(id));
  }
}

}  // namespace fakehost
