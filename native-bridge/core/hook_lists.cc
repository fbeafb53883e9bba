#include "core/hook_lists.h"

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
  HookList list;
  for (const auto& [slot, plugin] : state().plugins.bySlot()) {
    if (!plugin->isRunning || !plugin->hooks[phase].test(id)) continue;
    const auto place = static_cast<uint16_t>(slot);
    if (plugin->isScript() && !list.empty() && list.back().isScript) {
      list.back().lastSlot = place;
    } else {
      list.push_back({plugin->entry(id, phase), place, place, plugin->isScript()});
    }
  }
  return list.empty() ? nullptr : std::make_unique<HookList>(std::move(list));
}

void replace(FunctionId id, Phase phase, OwnedList list) {
  OwnedList& current = store().current[phase][id];
  OwnedList old = std::exchange(current, std::move(list));
  if (old) store().retired.push_back(std::move(old));
  hookLists[phase][id] = current.get();
  aimSlot(id);
}

}  // namespace

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

void silenceInRetiredLists(int slot) {
  for (const OwnedList& list : store().retired) {
    for (Hook& hook : *list) {
      // A run of several script plugins goes on for the others; the script side knows which of them is gone.
      if (hook.firstSlot == slot && hook.lastSlot == slot) hook.entry = &noFunction;
    }
  }
}

void freeRetiredLists() { store().retired.clear(); }

void clearHookLists() {
  for (const Phase phase : {kPre, kPost}) {
    for (FunctionId id = 0; id < kFunctionCount; ++id) replace(id, phase, nullptr);
  }
}

}  // namespace mm
