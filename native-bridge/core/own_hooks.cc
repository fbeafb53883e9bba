#include "core/own_hooks.h"

#include <strings.h>

#include "core/class_lookup.h"
#include "core/dispatch.h"
#include "core/state.h"
#include "embed/scripts.h"

namespace mm {
namespace {

const DLL_FUNCTIONS& dllBehind() { return *slotsBehindOwnHooks.dll(); }
const NEW_DLL_FUNCTIONS& newDllBehind() { return *slotsBehindOwnHooks.newDll(); }

void startFrame() {
  const void* const frame = __builtin_frame_address(0);
  forgetAbandonedCalls(frame);
  if (state().policy && !state().policy->frameStarted(frame)) forsakeScripts();
  readDebugLevel();
  if (running.depth == 0) {
    state().plugins.destroyRemoved();
    state().messages.frameStarted();
  }
  state().plugins.rescanTables();
  pumpScripts();
  dllBehind().pfnStartFrame();
}

void keyValue(edict_t* entity, KeyValueData* pair) {
  if (takesPair(entity, pair)) return;
  dllBehind().pfnKeyValue(entity, pair);
  sawPair(entity, pair);
}

void serverActivate(edict_t* edicts, int edictCount, int maxClients) {
  dllBehind().pfnServerActivate(edicts, edictCount, maxClients);
  state().entityClasses.mapStarted();
  if (state().policy) state().policy->mapStarted();
}

void serverDeactivate() {
  dllBehind().pfnServerDeactivate();
  state().cvarQueries.clear();
  state().requestCounter = 0;
  state().messages.mapEnded();
  if (state().policy) state().policy->mapEnded();
  state().lentText.mapEnded();
  state().entityClasses.mapEnded();
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

// A client's `meta` is answered before plugins and the game hear of it, or not at all.
void clientCommand(edict_t* client) {
  const auto getWord = realFunctions.engine()->pfnCmd_Argv;
  const char* const name = getWord ? getWord(0) : nullptr;
  const bool isMeta = name && strcasecmp(name, "meta") == 0;
  if (isMeta && state().policy && state().policy->clientCommand(client)) return;
  dllBehind().pfnClientCommand(client);
}

// Noted first, because an engine answers for bots at once. A plugin may keep the question from the engine, and then
// answers it itself or not; other Metamods note it all the same.
void queryClientCvar(const edict_t* client, const char* name) {
  state().cvarQueries.asked(client, name);
  slotsBehindOwnHooks.engine()->pfnQueryClientCvarValue(client, name);
}

// The query is over before plugins hear of the answer: one of them may ask for the next cvar at once.
void cvarValue(const edict_t* client, const char* value) {
  state().cvarQueries.ended(client);
  newDllBehind().pfnCvarValue(client, value);
}

int regUserMsg(const char* name, int size) {
  const int id = slotsBehindOwnHooks.engine()->pfnRegUserMsg(name, size);
  state().userMessages.registeredByGame(name, size, id);
  return id;
}

FunctionTable makeOwnHooks() {
  FunctionTable table = {};
  table.engine()->pfnRegUserMsg = regUserMsg;
  table.engine()->pfnQueryClientCvarValue = queryClientCvar;
  table.dll()->pfnStartFrame = startFrame;
  table.dll()->pfnKeyValue = keyValue;
  table.dll()->pfnServerActivate = serverActivate;
  table.dll()->pfnServerDeactivate = serverDeactivate;
  table.dll()->pfnClientConnect = clientConnect;
  table.dll()->pfnClientDisconnect = clientDisconnect;
  table.dll()->pfnClientCommand = clientCommand;
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
