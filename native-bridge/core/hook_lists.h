// For every function and phase the hooks to call, in plugin order: a dense array, absent where nobody hooks. An array
// is never changed, only replaced; a call that is running finishes with the one it started with.
#pragma once

#include <bitset>
#include <vector>

#include "core/core.h"

namespace mm {

using HookList = std::vector<Hook>;
using HookSet = std::bitset<kFunctionCount>;

// Read at every hooked call, hence a plain global.
[[gnu::visibility("hidden")]] extern const HookList* hookLists[2][kFunctionCount];

// Makes the array of one function and phase anew from what the plugins hook now, and aims the function's slot. As a guest
// there are no arrays: the host calls each plugin by its own table.
void rebuildHookList(FunctionId id, Phase phase);

// The same for each function in the two sets, by phase.
void rebuildHookLists(const HookSet (&functions)[2]);

// Empties the places of a plugin that was paused or removed in arrays that are still being walked.
void silenceInRetiredLists(int slot);

// Frees replaced arrays; only while no hook is running.
void freeRetiredLists();

void clearHookLists();

}  // namespace mm
