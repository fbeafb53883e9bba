// Errors in a native plugin's answers. A hook may run thousands of times a second, so each is said once.
#pragma once

#include <set>
#include <tuple>

#include "core/core.h"

namespace mm {

enum class Complaint { NoResult, UnknownResult, SupercedeInPost };

class Complaints {
 public:
  // `answer` is what the plugin left in gpMetaGlobals->mres, which may be any number.
  void sayOnce(int slot, FunctionId id, Phase phase, int answer);
  // A plugin that comes into the slot later is told anew.
  void forget(int slot);

 private:
  std::set<std::tuple<int, FunctionId, Complaint>> said_;
};

}  // namespace mm
