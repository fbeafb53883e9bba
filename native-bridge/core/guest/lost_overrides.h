// Values that pre hooks gave with OVERRIDE, on a host that forgets them. Each is kept until the same stub's post hook
// in the same call, and answered there again, where such hosts do keep it.
//
// Calls of one function may be nested, and a call may end without its post hooks: Host_Error leaves by longjmp. So a
// call is known by its place on the stack: pre and post hooks of one call are called from the same frame of the host's,
// calls inside it lie deeper, and whatever lies deeper than the call that runs now is over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/core.h"

namespace mm {

// A place on the stack: the canonical frame address of the function that the host called.
using StackPlace = uintptr_t;

struct HostedCall {
  FunctionId id;
  StackPlace place;
};

class LostOverrides {
 public:
  // A pre hook begins. With nothing overridden so far in this call, what is kept for its place is of an earlier one.
  void preHookBegins(HostedCall call, META_RES statusSoFar);
  // A pre hook of the plugin in `slot` answered OVERRIDE; the last such value of a call is the one that counts.
  void preHookOverrode(HostedCall call, int slot, const void* value, std::size_t size);
  // A post hook ran. True: the plugin's pre hook overrode the call and no post hook of ours did since; its value is put
  // into `value`, to be answered again.
  bool answerAgain(HostedCall call, int slot, bool hasOverridden, void* value, std::size_t size);

  void clear() { kept_.clear(); }

 private:
  struct Kept {
    HostedCall call;
    int slot;
    bool isOutvoted;  // a post hook of ours overrode the value
    alignas(8) std::byte value[8];
  };

  Kept* find(HostedCall call);
  void dropDeeperThan(StackPlace place);

  std::vector<Kept> kept_;  // outermost call first
};

}  // namespace mm
