// Built several times, with another PROBE_NAME each, PROBE_UNLOADABLE for one that stays, and PROBE_OVERRUNS for one
// that takes the host's table for longer than it may be.
#include "probe.h"

#include "fake-host/mutil.h"

namespace {

using probe::Probe;
using probe::Seen;

plugin_info_t info = {META_INTERFACE_VERSION, PROBE_NAME, "1.2", "2026/11/21", "Metamod for TypeScript",
                      "https://example.org/probe", PROBE_NAME "TAG", PT_ANYTIME, PROBE_UNLOADABLE};
Probe self;
meta_globals_t* metaGlobals;
cvar_t cvar = {PROBE_NAME "_cvar", "7", FCVAR_EXTDLL, 0, nullptr};

void count(int& counter) {
  metaGlobals->mres = MRES_IGNORED;
  ++counter;
}

int answerIn(int phase) {
  Seen& seen = self.seen[phase];
  ++seen.calls;
  seen.mres = metaGlobals->mres;
  seen.previous = metaGlobals->prev_mres;
  seen.status = metaGlobals->status;
  seen.original = *static_cast<int*>(metaGlobals->orig_ret);
  seen.overrideRet = metaGlobals->override_ret;
  metaGlobals->mres = self.answer[phase].mres;
  return self.answer[phase].value;
}

int randomLong(int, int) { return answerIn(0); }
int randomLongPost(int, int) { return answerIn(1); }
void gameInit() { count(self.gameInits); }
void serverDeactivate() { count(self.mapsEnded); }
void startFrame() { count(self.frames); }
void clientDisconnect(edict_t*) { count(self.disconnects); }
void clientDisconnectPost(edict_t*) { count(self.disconnectsAfter); }
void gameShutdown() { count(self.shutdowns); }

int getEngine(enginefuncs_t* table, int*) {
#ifdef PROBE_OVERRUNS
  *table = {};  // clears 159 functions, also where the host's table has 158
#endif
  table->pfnRandomLong = randomLong;
  return 1;
}

int getEnginePost(enginefuncs_t* table, int*) {
  table->pfnRandomLong = randomLongPost;
  return 1;
}

int getDll(DLL_FUNCTIONS* table, int*) {
  table->pfnGameInit = gameInit;
  table->pfnServerDeactivate = serverDeactivate;
  table->pfnStartFrame = startFrame;
  table->pfnClientDisconnect = clientDisconnect;
  self.table = table;
  return 1;
}

int getDllPost(DLL_FUNCTIONS* table, int*) {
  table->pfnClientDisconnect = clientDisconnectPost;
  return 1;
}

int getNewDll(NEW_DLL_FUNCTIONS* table, int*) {
  table->pfnGameShutdown = gameShutdown;
  return 1;
}

void command() { ++self.commands; }

// A cvar that lies in no library, as a script's would. It is never freed: the engine may have linked it.
void registerOnHeap() { self.engine.pfnCVarRegister(new cvar_t{"heap_cvar", "1", FCVAR_EXTDLL, 0, nullptr}); }

}  // namespace

MM_EXPORT Probe* probeInside() { return &self; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t*) { self.engine = *engine; }

MM_EXPORT int Meta_Query(const char*, plugin_info_t** answer, mutil_funcs_t* util) {
  *answer = self.info = &info;
  self.registerOnHeap = registerOnHeap;
  self.util = *util;
  return 1;
}

MM_EXPORT int Meta_PExtGiveFnptrs(int version, fakehost::ExtensionFunctions*) {
  self.extension = version;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS* getters, meta_globals_t* globals, gamedll_funcs_t*) {
  ++self.attached;
  self.attachedAt = now;
  metaGlobals = globals;
  getters->pfnGetEngineFunctions = getEngine;
  getters->pfnGetEngineFunctions_Post = getEnginePost;
  getters->pfnGetEntityAPI2 = getDll;
  getters->pfnGetEntityAPI2_Post = getDllPost;
  getters->pfnGetNewDLLFunctions = getNewDll;
  self.engine.pfnAddServerCommand(PROBE_NAME "_command", command);
  self.engine.pfnCVarRegister(&cvar);
  self.cvar = &cvar;
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME, PL_UNLOAD_REASON reason) {
  ++self.detached;
  self.reason = reason;
  return self.mayDetach;
}
