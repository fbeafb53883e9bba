// Who calls a function of mutil_funcs_t. Each takes the caller's PLID first, and a PLID is a pointer: it is compared with
// those of the plugins, and never followed unless it is one of them.
#pragma once

#include <set>
#include <string_view>
#include <utility>

#include "core/core.h"

namespace mm {

class UtilCallers {
 public:
  // The caller's slot. 0 for a PLID that is no plugin's, which the log tells once for each function and plugin.
  int slotOf(plid_t plid, const char* function);
  // A plugin that comes into the slot later is told anew.
  void forget(int slot);

 private:
  std::set<std::pair<int, std::string_view>> told_;  // by whoever was being called, and the function
};

// The same for state().utilCallers.
int utilCaller(plid_t plid, const char* function);

}  // namespace mm
