// The core's own hooks as a plugin of the host: what own_hooks.h hears of otherwise. They answer nothing.
//
// Ours is the first plugin of all TypeScript's, so its hooks run before theirs. A map has ended only when every plugin
// has heard of it; so that is told to the policy late, before whatever comes next.
#pragma once

#include "core/function_table.h"

namespace mm {

inline constexpr FunctionId kServerDeactivate = dllId(offsetof(DLL_FUNCTIONS, pfnServerDeactivate));
inline constexpr FunctionId kClientDisconnect = dllId(offsetof(DLL_FUNCTIONS, pfnClientDisconnect));
inline constexpr FunctionId kGameShutdown = newDllId(offsetof(NEW_DLL_FUNCTIONS, pfnGameShutdown));

// Puts the getters of our tables where the host looks for them.
void offerOwnTables(META_FUNCTIONS& functions);
// Our part of the host's engine table; null before the host asked for it.
enginefuncs_t* ownEngineTable(Phase phase);
// The host frees them.
void forgetOwnTables();

// Tells the policy of a map's end that it was not told of yet.
void settleMapEnd();

}  // namespace mm
