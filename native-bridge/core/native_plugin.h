// A native plugin: its library, what it said of itself, and all memory it was lent. The memory lives as long as the
// library is open, because plugins keep pointers to it.
#pragma once

#include <memory>

#include "core/function_table.h"
#include "core/library.h"

namespace mm {

class NativePlugin {
 public:
  NativePlugin();
  ~NativePlugin();

  // Metamod's order: library, Meta_Query exported, Meta_Init, GiveFnptrsToDll.
  Outcome open(int slot, const char* path);
  // A plugin that answers "no" may still have said who it is: info() then tells, for a better line in the log.
  Outcome query(int slot);
  Outcome attach(int slot, PLUG_LOADTIME now);
  Outcome detach(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);

  // From Meta_Attach on; only then the plugin's exports are taken for entity classes.
  bool isAttached() const { return isAttached_; }
  // The last map in which one of the plugin's classes made an entity (entity_classes.h); -1 before it made any.
  int lastMap() const { return lastMap_; }
  void madeEntity(int map) { lastMap_ = map; }

  const plugin_info_t* info() const { return info_; }
  const Library& library() const { return library_; }

  // What the plugin hooks. It may fill and clear entries at any time, so they are read at every call.
  const FunctionTable& table(Phase phase) const { return tables_[phase]; }
  // Whether entries changed since the last question.
  bool tableChanged(Phase phase);

 private:
  struct GameTables;

  void fillTables(const META_FUNCTIONS& getters);
  void sayGameInit(PLUG_LOADTIME now);

  plugin_info_t* info_ = nullptr;
  bool isAttached_ = false;
  int lastMap_ = -1;
  mutil_funcs_t util_;
  enginefuncs_t engine_;
  std::unique_ptr<GameTables> game_;
  FunctionTable tables_[2] = {};
  FunctionTable seen_[2] = {};
  bool hasTables_[2] = {};  // Whether the plugin answered to any getter; if not, there is nothing to watch.
  Library library_;  // the last member, so it is closed first: its static destructors may use what stands above
};

}  // namespace mm
