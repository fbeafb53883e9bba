#include "core/own_hooks.h"

#include "core/dispatch.h"
#include "core/state.h"
#include "embed/scripts.h"

namespace mm {
namespace {

const DLL_FUNCTIONS& dllBehind() { return *slotsBehindOwnHooks.dll(); }
const NEW_DLL_FUNCTIONS& newDllBehind() { return *slotsBehindOwnHooks.newDll(); }

void startFrame() {
  if (running.depth == 0) state().plugins.destroyRemoved();
  state().plugins.rescanTables();
  pumpScripts();
  dllBehind().pfnStartFrame();
}

void serverActivate(edict_t* edicts, int edictCount, int maxClients) {
  dllBehind().pfnServerActivate(edicts, edictCount, maxClients);
  if (state().policy) state().policy->mapStarted();
}

void serverDeactivate() {
  dllBehind().pfnServerDeactivate();
  state().cvarQueries.clear();
  state().requestCounter = 0;
  if (state().policy) state().policy->mapEnded();
  state().lentText.mapEnded();
}

void gameShutdown() {
  newDllBehind().pfnGameShutdown();
  if (areScriptsRunning()) shutDownScripts();
  else if (state().policy) state().policy->shutdown();
}

qboolean clientConnect(edict_t* client, const char* name, const char* address, char rejectReason[128]) {
  state().cvarQueries.ended(client);
  return dllBehind().pfnClientConnect(client, name, address, rejectReason);
}

void clientDisconnect(edict_t* client) {
  state().cvarQueries.ended(client);
  dllBehind().pfnClientDisconnect(client);
}

// The query is over before plugins hear of the answer: one of them may ask for the next cvar at once.
void cvarValue(const edict_t* client, const char* value) {
  state().cvarQueries.ended(client);
  newDllBehind().pfnCvarValue(client, value);
}

int regUserMsg(const char* name, int size) {
  const int id = slotsBehindOwnHooks.engine()->pfnRegUserMsg(name, size);
  state().userMessages.registered(name, size, id);
  return id;
}

FunctionTable makeOwnHooks() {
  FunctionTable table = {};
  table.engine()->pfnRegUserMsg = regUserMsg;
  table.dll()->pfnStartFrame = startFrame;
  table.dll()->pfnServerActivate = serverActivate;
  table.dll()->pfnServerDeactivate = serverDeactivate;
  table.dll()->pfnClientConnect = clientConnect;
  table.dll()->pfnClientDisconnect = clientDisconnect;
  table.newDll()->pfnGameShutdown = gameShutdown;
  table.newDll()->pfnCvarValue = cvarValue;
  return table;
}

}  // namespace

AnyFn ownHook(FunctionId id) {
  static const FunctionTable table = makeOwnHooks();
  return table.at[id];
}

}  // namespace mm
