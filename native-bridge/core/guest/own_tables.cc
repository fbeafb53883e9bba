#include "core/guest/own_tables.h"

#include "core/dispatch.h"
#include "core/guest/clients.h"
#include "core/guest/guest.h"
#include "core/guest/host.h"
#include "core/guest/listeners.h"
#include "core/guest/self_test.h"
#include "core/guest/stubs.h"
#include "core/state.h"
#include "embed/scripts.h"

namespace mm {
namespace {

bool hasMapEnded = false;
enginefuncs_t* engineTables[2];

void ignored() { guest().globals->mres = MRES_IGNORED; }

void gameInit() {
  testHost();
  ignored();
}

void startFrame() {
  testHost();
  settleMapEnd();
  if (state().policy && !state().policy->frameStarted(__builtin_frame_address(0))) forsakeScripts();
  if (running.depth == 0) {
    state().plugins.destroyRemoved();
    state().messages.frameStarted();
    stubs().destroyForgotten();
  }
  wakeHost();
  clients().look();
  pumpScripts();
  ignored();
}

void serverActivated(edict_t*, int, int) {
  settleMapEnd();
  clients().mapStarted();
  if (state().policy) state().policy->mapStarted();
  ignored();
}

void serverDeactivates() {
  settleMapEnd();
  clients().mapEnds();
  ignored();
}

void serverDeactivated() {
  hasMapEnded = true;
  ignored();
}

// There is no next thing after this one: the other plugins' listeners are called from here, and then it is over.
void gameShutdown() {
  settleMapEnd();
  callListeners(kGameShutdown, kPost);
  if (areScriptsRunning()) shutDownScripts();
  else if (state().policy) state().policy->shutdown();
  ignored();
}

qboolean clientConnects(edict_t*, const char*, const char*, char*) {
  settleMapEnd();
  clients().look();
  ignored();
  return 0;
}

void clientPutInServer(edict_t* client) {
  clients().entered(client);
  ignored();
}

void clientDisconnects(edict_t*) {
  clients().hostTells();
  ignored();
}

void fill(Phase phase, DLL_FUNCTIONS& table) {
  if (phase == kPre) {
    table.pfnGameInit = gameInit;
    table.pfnStartFrame = startFrame;
    table.pfnServerDeactivate = serverDeactivates;
    table.pfnClientConnect = clientConnects;
    table.pfnClientDisconnect = clientDisconnects;
  } else {
    table.pfnServerActivate = serverActivated;
    table.pfnServerDeactivate = serverDeactivated;
    table.pfnClientPutInServer = clientPutInServer;
  }
}

void fill(Phase phase, NEW_DLL_FUNCTIONS& table) {
  if (phase == kPost) table.pfnGameShutdown = gameShutdown;
}

// Which message is open in the engine, for plugins that send their own. What was kept from it is not.
void messageBegun(int, int id, const float*, edict_t*) {
  if (guest().globals->status != MRES_SUPERCEDE) state().messages.passed(id);
  ignored();
}

void messageEnded() {
  if (guest().globals->status != MRES_SUPERCEDE) state().messages.pluginEnds();
  ignored();
}

void fill(Phase phase, enginefuncs_t& table) {
  engineTables[phase] = &table;
  if (phase == kPre) return;
  table.pfnMessageBegin = messageBegun;
  table.pfnMessageEnd = messageEnded;
}

template <Phase phase, int ours, class Table>
int giveTable(Table* table, int* version) {
  const bool fits = *version == ours;
  *version = ours;
  if (fits) fill(phase, *table);
  return fits;
}

}  // namespace

void offerOwnTables(META_FUNCTIONS& functions) {
  functions.pfnGetEntityAPI2 = giveTable<kPre, INTERFACE_VERSION, DLL_FUNCTIONS>;
  functions.pfnGetEntityAPI2_Post = giveTable<kPost, INTERFACE_VERSION, DLL_FUNCTIONS>;
  functions.pfnGetNewDLLFunctions_Post = giveTable<kPost, NEW_DLL_FUNCTIONS_VERSION, NEW_DLL_FUNCTIONS>;
  functions.pfnGetEngineFunctions = giveTable<kPre, ENGINE_INTERFACE_VERSION, enginefuncs_t>;
  functions.pfnGetEngineFunctions_Post = giveTable<kPost, ENGINE_INTERFACE_VERSION, enginefuncs_t>;
}

enginefuncs_t* ownEngineTable(Phase phase) { return engineTables[phase]; }

void forgetOwnTables() {
  engineTables[kPre] = engineTables[kPost] = nullptr;
  hasMapEnded = false;
}

void settleMapEnd() {
  if (!hasMapEnded) [[likely]] return;
  hasMapEnded = false;
  state().messages.mapEnded();
  if (state().policy) state().policy->mapEnded();
  state().lentText.mapEnded();
}

}  // namespace mm
