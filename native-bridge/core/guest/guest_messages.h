// Whole messages as a guest: a stub's hooks see what the game writes, and keep it from the engine with SUPERCEDE. The first
// stub that the host calls for a message, of those whose plugins want it, gathers it for all of them.
//
// So what a native plugin supercedes is not gathered, where it stands before the stub in the host's list. One behind it
// that writes parts of its own in place of the game's would write them into no message; nothing tells us of it.
#pragma once

#include <vector>

#include "core/guest/lost_overrides.h"
#include "core/message_functions.h"
#include "core/state.h"

namespace mm {

// One of the game's calls, as a stub's hook is told of it.
struct HookedCall {
  int slot;
  StackPlace place;
  bool isSuperceded;  // by a hook before
};

class GuestMessages {
 public:
  // Whether the call is gathered, so that the engine is not to get it.
  template <FunctionId id, class... A>
  bool takes(const HookedCall& call, A... arguments) {
    if constexpr (id == kMessageBegin) return begin(call, arguments...);
    else if constexpr (id == kMessageEnd) return end(call);
    else return write(call, static_cast<PartType>(id - kFirstWrite), arguments...);
  }

  // The stub that gathers the message that is kept.
  bool isOwner(int slot) const { return slot == owner_; }
  void stubGone(int slot);
  void clear() { *this = GuestMessages(); }

 private:
  bool begin(const HookedCall& call, int dest, int id, const float* origin, edict_t* entity);
  bool end(const HookedCall& call);
  bool isOurs(const HookedCall& call) const { return state().messages.isKept() && call.slot == owner_ && !call.isSuperceded; }

  template <class Value>
  bool write(const HookedCall& call, PartType type, Value value) {
    if (!isOurs(call)) return false;
    const FunctionId function = kFirstWrite + static_cast<int>(type);
    if (state().messages.wayOfWrite(function) == GatheredMessages::Way::Kept) state().messages.keep(type, value);
    return true;
  }

  int owner_ = 0;
  StackPlace place_ = 0;  // of the call that began the message
};

GuestMessages& guestMessages();

}  // namespace mm
