#include "core/plugins.h"

#include <algorithm>
#include <utility>

#include "core/dispatch.h"
#include "core/state.h"

namespace mm {

ScriptIdentity::ScriptIdentity(const ScriptInfo& info)
    : text_(info),
      told_{text_.interfaceVersion.c_str(), text_.name.c_str(),   text_.version.c_str(),
            text_.date.c_str(),             text_.author.c_str(), text_.url.c_str(),
            text_.logTag.c_str(),           text_.loadable,       text_.unloadable} {}

const AnyFn* Plugin::entry(FunctionId id, Phase phase) const {
  return isScript() ? &state().scriptHooks[phase][id] : &native->table(phase).at[id];
}

Plugin* Plugins::find(int slot) const {
  const auto found = bySlot_.find(slot);
  return found == bySlot_.end() ? nullptr : found->second.get();
}

int Plugins::slotOf(plid_t plid) const {
  if (!plid) return 0;
  for (const auto& [slot, plugin] : bySlot_) {
    if (plugin->info() == plid) return slot;
  }
  return 0;
}

const char* Plugins::nameOf(int slot) const {
  const Plugin* const plugin = find(slot);
  const plugin_info_t* const info = plugin ? plugin->info() : nullptr;
  return info && info->name ? info->name : "unnamed";
}

int Plugins::ownerOf(const void* address) const {
  for (const auto& [slot, plugin] : bySlot_) {
    if (plugin->native && plugin->native->library().contains(address)) return slot;
  }
  // Script plugins share a hook, and what they register does not come this way.
  return running.hook && !running.hook->isScript ? running.hook->firstSlot : 0;
}

void Plugins::add(int slot, std::unique_ptr<Plugin> plugin) {
  remove(slot);
  bySlot_[slot] = std::move(plugin);
  followMessages();
}

void Plugins::setRunning(int slot, bool isRunning) {
  Plugin* const plugin = find(slot);
  if (!plugin || plugin->isRunning == isRunning) return;
  // First, so that what a running plugin cleared since the last look leaves the lists that hold it.
  rescan(*plugin);
  plugin->isRunning = isRunning;
  rebuildHookLists(plugin->hooks);
  if (isRunning) resumeInRetiredLists(slot);
  else pauseInRetiredLists(slot);
}

void Plugins::setScriptHook(int slot, FunctionId id, Phase phase, bool on) {
  Plugin* const plugin = find(slot);
  if (!plugin || !plugin->isScript() || plugin->hooks[phase].test(id) == on) return;
  plugin->hooks[phase].set(id, on);
  if (plugin->isRunning) rebuildHookList(id, phase);
  if (!on) dropHookFromRetiredLists(slot, id, phase);
}

void Plugins::remove(int slot) {
  if (!find(slot)) return;
  setRunning(slot, false);
  dropFromRetiredLists(slot);
  state().commands.forgetOwner(slot);
  state().cvars.forgetOwner(slot);
  state().userMessages.forgetOwner(slot);
  state().messages.forgetOwner(slot);
  state().utilCallers.forget(slot);
  state().complaints.forget(slot);
  state().entityClasses.forgetOwner(slot);
  removed_.push_back(std::move(bySlot_[slot]));
  bySlot_.erase(slot);
  followMessages();
  if (running.depth == 0) destroyRemoved();
}

void Plugins::followMessages() {
  state().messages.follow(std::ranges::any_of(bySlot_, [](const auto& each) { return each.second->isScript(); }));
}

void Plugins::removeScripts() {
  std::vector<int> slots;
  for (const auto& [slot, plugin] : bySlot_) {
    if (plugin->isScript()) slots.push_back(slot);
  }
  for (const int slot : slots) remove(slot);
}

void Plugins::destroyRemoved() {
  freeRetiredLists();
  std::erase_if(removed_, [](const auto& plugin) {
    return !plugin->native || !state().entityClasses.mayHaveEntities(*plugin->native);
  });
}

void Plugins::rescanTables() {
  for (const auto& [slot, plugin] : bySlot_) rescan(*plugin);
}

void Plugins::rescan(Plugin& plugin) {
  if (!plugin.native) return;
  for (const Phase phase : {kPre, kPost}) {
    if (!plugin.native->tableChanged(phase)) continue;
    for (FunctionId id = 0; id < kFunctionCount; ++id) {
      const bool isHooked = *plugin.entry(id, phase) != nullptr;
      if (plugin.hooks[phase].test(id) == isHooked) continue;
      plugin.hooks[phase].set(id, isHooked);
      if (plugin.isRunning) rebuildHookList(id, phase);
    }
  }
}

void Plugins::clear() {
  while (!bySlot_.empty()) remove(bySlot_.rbegin()->first);
}

}  // namespace mm
