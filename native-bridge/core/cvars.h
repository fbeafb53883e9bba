// Cvars of plugins. An engine links a registered cvar_t into its list for good, so it gets one of ours: the plugin's
// own would vanish with its library. Ours stand in the core's static memory, because metamod-fwgs as a host asks the
// linker whose a cvar_t is, and does not survive the answer "nobody's". Hosts register copies of their own: as under
// any Metamod, the live cvar is the one that pfnCVarGetPointer gives.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/core.h"

namespace mm {

class Cvars {
 public:
  // The engine's cvar of that name: a new one of ours, or the one that exists, which keeps its value. Null, and a line
  // in the log, where there is none. Slot 0 for Metamod's own, and where nobody can tell whose it is.
  cvar_t* add(int slot, const char* name, const char* value, int flags);
  // As a native plugin registers one. Its cvar_t is read and left as it is; like under any Metamod it never changes.
  void addNative(int slot, const cvar_t* cvar);
  void forgetOwner(int slot);
  // For the next engine.
  void clear() { entries_.clear(); }

  std::vector<RegisteredCvar> all() const;

 private:
  struct Entry {
    std::string name;
    std::vector<int> owners;  // who registered it and is there still, the first first
  };

  cvar_t* make(int slot, const char* name, const char* value, int flags);
  Entry* find(const char* name);

  std::vector<Entry> entries_;
  // An engine that has gone may still walk its list, so for the next one nothing is used again.
  std::size_t used_ = 0;
};

}  // namespace mm
