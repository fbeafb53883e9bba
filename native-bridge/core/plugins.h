// The plugins by slot, in the order in which their hooks are called. Slot 0 is the core itself.
#pragma once

#include <map>
#include <memory>

#include "core/hook_lists.h"
#include "core/native_plugin.h"

namespace mm {

// What a script plugin says of itself, in the form native plugins use; its address is the script plugin's PLID. As a
// guest the host knows the plugin by its stub, so the PLID is the address of the stub's copy.
class ScriptIdentity {
 public:
  explicit ScriptIdentity(const ScriptInfo& info);
  ScriptIdentity(const ScriptIdentity&) = delete;
  const plugin_info_t& told() const { return told_; }
  const char* path() const { return text_.path.c_str(); }
  const plugin_info_t* info() const { return ofStub_ ? ofStub_ : &told_; }
  // Null when the stub is gone.
  void answerTo(const plugin_info_t* ofStub) { ofStub_ = ofStub; }

 private:
  const ScriptInfo text_;
  const plugin_info_t told_;
  const plugin_info_t* ofStub_ = nullptr;
};

struct Plugin {
  std::unique_ptr<NativePlugin> native;    // one of these two is set
  std::unique_ptr<ScriptIdentity> script;
  bool isRunning = false;
  HookSet hooks[2];  // what it hooks, by phase; for a native plugin as last seen in its tables

  bool isScript() const { return script != nullptr; }
  const plugin_info_t* info() const { return isScript() ? script->info() : native->info(); }
  const char* path() const { return isScript() ? script->path() : native->library().path().c_str(); }
  const AnyFn* entry(FunctionId id, Phase phase) const;
};

class Plugins {
 public:
  using BySlot = std::map<int, std::unique_ptr<Plugin>>;

  const BySlot& bySlot() const { return bySlot_; }
  Plugin* find(int slot) const;
  int slotOf(plid_t plid) const;
  const char* nameOf(int slot) const;

  // Who registers something: the plugin whose library holds the address, else the one that is being called. 0 where
  // neither tells, as for a function made at run time by a plugin that acts on its own.
  int ownerOf(const void* address) const;

  void add(int slot, std::unique_ptr<Plugin> plugin);
  void setRunning(int slot, bool isRunning);
  void setScriptHook(int slot, FunctionId id, Phase phase, bool on);

  // Takes the plugin out at once. It is destroyed, and its library closed, when none of its code can be on the stack, and
  // when no entity lives any more that one of its classes made.
  void remove(int slot);
  void removeScripts();
  void destroyRemoved();

  // Sees which slots native plugins filled or cleared in their tables since the last look.
  void rescanTables();
  void clear();

 private:
  void rescan(Plugin& plugin);
  // Which message is open matters to scripts only.
  void followMessages();

  BySlot bySlot_;
  std::vector<std::unique_ptr<Plugin>> removed_;
};

}  // namespace mm
