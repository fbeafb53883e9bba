// Cvars of plugins. An engine links a registered cvar_t into its list for good, so it gets one of ours: the plugin's
// own would vanish with its library. As under any Metamod, a plugin reads its cvar through pfnCVarGetPointer.
#pragma once

#include <deque>
#include <string>

#include "core/core.h"

namespace mm {

class Cvars {
 public:
  // The engine's cvar of that name: a new one of ours, or the one that exists.
  cvar_t* add(int slot, const char* name, const char* value, int flags);
  void forgetOwner(int slot);

  // A new engine starts with an empty list; the old engine may still walk its own, so nothing is freed.
  void startAnew() { firstOfThisEngine_ = cvars_.size(); }

 private:
  struct Owned {
    std::string name, value;
    cvar_t cvar;
    int slot;  // 0 after the owner was unloaded
  };

  Owned* find(const char* name);

  std::deque<Owned> cvars_;
  std::size_t firstOfThisEngine_ = 0;
};

}  // namespace mm
