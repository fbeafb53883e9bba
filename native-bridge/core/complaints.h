// Errors in a native plugin's answers. A hook may run thousands of times a second, so each is said once.
#pragma once

#include <set>
#include <tuple>

#include "core/core.h"

namespace mm {

enum class Complaint { NoResult, SupercedeInPost };

class Complaints {
 public:
  void sayOnce(int slot, FunctionId id, Complaint complaint);
  // A plugin that comes into the slot later is told anew.
  void forget(int slot);

 private:
  std::set<std::tuple<int, FunctionId, Complaint>> said_;
};

}  // namespace mm
