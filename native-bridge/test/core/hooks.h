// What the tests' hook functions share. A hook is a function of the test program put into a plugin's table.
#pragma once

#include "test/core/server.h"

inline void answer(META_RES result) { server->core.dispatch().globals.mres = result; }
inline const meta_globals_t& metaGlobals() { return server->core.dispatch().globals; }
inline int intAt(const void* place) { return *static_cast<const int*>(place); }

inline void note(const std::string& what) { trace.push_back(what); }

// "ignored after handled, status override": what a hook can see of the others' answers.
inline std::string answersSoFar() {
  const meta_globals_t& globals = metaGlobals();
  return "prev=" + std::to_string(globals.prev_mres) + ",status=" + std::to_string(globals.status);
}

// The test engine spawns an entity: the call most tests use, since it has an argument and a result.
inline int spawn() { return server->hooked.dll()->pfnSpawn(&server->edicts[1]); }

inline constexpr mm::FunctionId kSpawn = mm::dllId(offsetof(DLL_FUNCTIONS, pfnSpawn));
inline int realSpawn() { return pattern::result<int>(pattern::kReal, kSpawn); }

// Notes when the game DLL's own Spawn runs.
inline void noteReal() {
  server->whenSeen = [](const pattern::Seen& call) {
    if (call.id == kSpawn && call.who == pattern::kReal) note("real");
  };
}

using SpawnHook = int (*)(edict_t*);
inline SpawnHook& onSpawn(PluginControl& plugin, mm::Phase phase = mm::kPre) { return plugin.dll[phase]->pfnSpawn; }

// Hooks count from the next frame on.
inline void nextFrame() { server->hooked.dll()->pfnStartFrame(); }
