// For every function and phase the hooks to call, in plugin order: a dense array, absent where nobody hooks. A list is
// never changed, only replaced. A call that is running goes on with the one its phase began with, so that nobody is
// skipped or called twice: a plugin that comes in the meantime waits for the next call, and one that is in the list is
// called at its turn if it is still loaded, not paused, and still has that hook. (A script hook that was taken off and
// put on again is a new one; a native plugin's hook is the entry of its table, which counts as it then is.)
#pragma once

#include <bitset>
#include <vector>

#include "core/core.h"

namespace mm {

using HookSet = std::bitset<kFunctionCount>;
using SlotSet = std::bitset<kMaxPlugins + 1>;

struct HookList {
  FunctionId id;
  Phase phase;
  std::vector<Hook> hooks;
  SlotSet members = {};  // whose hooks these are
  SlotSet paused = {};   // of these, once the list was replaced: who is paused now
  SlotSet gone = {};     // and who will never be called by it again

  bool isLive(int slot) const { return members[slot] && !paused[slot] && !gone[slot]; }
};

// Read at every hooked call, hence a plain global.
[[gnu::visibility("hidden")]] extern const HookList* hookLists[2][kFunctionCount];

// A run of script plugins in a list that was replaced leads nowhere, and they are called one by one: the next after
// `slot` that is to be called (0 at first, and when there is none), and a hook for it alone.
[[gnu::cold]] int nextInRun(const HookList& list, const Hook& run, int slot);
[[gnu::cold]] Hook soleHook(const HookList& list, int slot);

// Makes the array of one function and phase anew from what the plugins hook now, and aims the function's slot. As a guest
// there are no arrays: the host calls each plugin by its own table.
void rebuildHookList(FunctionId id, Phase phase);

// The same for each function in the two sets, by phase.
void rebuildHookLists(const HookSet (&functions)[2]);

// What became of a plugin since, for the lists that were replaced and may still be walked.
void pauseInRetiredLists(int slot);
void resumeInRetiredLists(int slot);
void dropFromRetiredLists(int slot);
void dropHookFromRetiredLists(int slot, FunctionId id, Phase phase);

// Frees replaced lists; only while no hook is running.
void freeRetiredLists();

void clearHookLists();

}  // namespace mm
