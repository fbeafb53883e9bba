#include "core/hook_lists.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/guest/guest.h"
#include "core/guest/stubs.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {

const HookList* hookLists[2][kFunctionCount];

namespace {

using OwnedList = std::unique_ptr<HookList>;

const AnyFn noFunction = nullptr;

struct Store {
  OwnedList current[2][kFunctionCount];
  std::vector<OwnedList> retired;
};

// Never destroyed: at exit the engine may still call through our thunks after static destructors ran.
Store& store() {
  static Store* const store = new Store;
  return *store;
}

OwnedList collect(FunctionId id, Phase phase) {
  HookList list{id, phase, {}};
  bool follows = false;  // whether the hook before is a running script's
  for (const auto& [slot, plugin] : state().plugins.bySlot()) {
    if (!plugin->hooks[phase].test(id)) continue;
    const auto place = static_cast<uint16_t>(slot);
    const bool runs = plugin->isRunning && plugin->isScript();
    if (plugin->isRunning) {
      list.members.set(place);
      if (runs && follows) list.hooks.back().lastSlot = place;
      else list.hooks.push_back({plugin->entry(id, phase), place, place, plugin->isScript()});
    }
    // A paused plugin parts its neighbours too: one of them may have it resumed while their run goes on.
    follows = runs;
  }
  return list.hooks.empty() ? nullptr : std::make_unique<HookList>(std::move(list));
}

// Makes what is still walked fit for changes. A run of several script plugins loses its function, which has the call
// go through them one by one: whoever stands between them now is none of the list's.
void retire(OwnedList list) {
  for (Hook& hook : list->hooks) {
    if (hook.firstSlot != hook.lastSlot) hook.entry = &noFunction;
  }
  store().retired.push_back(std::move(list));
}

void replace(FunctionId id, Phase phase, OwnedList list) {
  OwnedList& current = store().current[phase][id];
  OwnedList old = std::exchange(current, std::move(list));
  if (old) retire(std::move(old));
  hookLists[phase][id] = current.get();
  aimSlot(id);
}

// Has the plugin's own hook, where it has one to itself, lead to its function or nowhere.
void aimHook(HookList& list, int slot) {
  for (Hook& hook : list.hooks) {
    if (hook.firstSlot != slot || hook.lastSlot != slot) continue;
    hook.entry = list.isLive(slot) ? soleHook(list, slot).entry : &noFunction;
  }
}

template <class Change>
void changeRetiredLists(int slot, const Change& change) {
  for (const OwnedList& list : store().retired) {
    if (!list->members[slot]) continue;
    change(*list);
    aimHook(*list, slot);
  }
}

}  // namespace

int nextInRun(const HookList& list, const Hook& run, int slot) {
  if (run.firstSlot == run.lastSlot) return 0;
  for (slot = std::max<int>(slot + 1, run.firstSlot); slot <= run.lastSlot; ++slot) {
    if (list.isLive(slot)) return slot;
  }
  return 0;
}

Hook soleHook(const HookList& list, int slot) {
  const Plugin* const plugin = state().plugins.find(slot);
  const auto place = static_cast<uint16_t>(slot);
  return {plugin->entry(list.id, list.phase), place, place, plugin->isScript()};
}

void rebuildHookList(FunctionId id, Phase phase) {
  if (isGuest()) stubs().aim(id, phase);
  else replace(id, phase, collect(id, phase));
}

void rebuildHookLists(const HookSet (&functions)[2]) {
  for (const Phase phase : {kPre, kPost}) {
    for (FunctionId id = 0; id < kFunctionCount; ++id) {
      if (functions[phase].test(id)) rebuildHookList(id, phase);
    }
  }
}

void pauseInRetiredLists(int slot) {
  changeRetiredLists(slot, [slot](HookList& list) { list.paused.set(slot); });
}

void resumeInRetiredLists(int slot) {
  changeRetiredLists(slot, [slot](HookList& list) { list.paused.reset(slot); });
}

void dropFromRetiredLists(int slot) {
  changeRetiredLists(slot, [slot](HookList& list) { list.gone.set(slot); });
}

void dropHookFromRetiredLists(int slot, FunctionId id, Phase phase) {
  changeRetiredLists(slot, [=](HookList& list) {
    if (list.id == id && list.phase == phase) list.gone.set(slot);
  });
}

void freeRetiredLists() { store().retired.clear(); }

void clearHookLists() {
  for (const Phase phase : {kPre, kPost}) {
    for (FunctionId id = 0; id < kFunctionCount; ++id) replace(id, phase, nullptr);
  }
}

}  // namespace mm
