// Around a call into a native plugin that is not a hook (Meta_Attach, a command): what it registers is its own, and its
// library stays open until it has returned.
#pragma once

#include "core/dispatch.h"

namespace mm {

class CallerScope {
 public:
  explicit CallerScope(int slot) : caller_{nullptr, static_cast<uint16_t>(slot), static_cast<uint16_t>(slot), false} {
    running.hook = &caller_;
    running.globals = idleGlobals();
  }

 private:
  const DispatchScope scope_;
  const Hook caller_;
};

}  // namespace mm
