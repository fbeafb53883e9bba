#include "core/guest/guest_messages.h"

namespace mm {

GuestMessages& guestMessages() {
  static GuestMessages* const messages = new GuestMessages;
  return *messages;
}

bool GuestMessages::begin(const HookedCall& call, int dest, int id, const float* origin, edict_t* entity) {
  GatheredMessages& messages = state().messages;
  const bool isWanted = messages.isWantedBy(call.slot, id);
  // Superceded by the first of our stubs: it is this very call, which pre hooks of all plugins see from one frame.
  if (call.isSuperceded && messages.isKept() && call.place == place_ && messages.kept().id == id && !isOwner(call.slot)) {
    if (isWanted) messages.kept().slots.push_back(call.slot);
    return false;
  }
  if (messages.isKept()) messages.dropKept("was not ended when the game began the next");
  if (!isWanted || call.isSuperceded) return false;
  messages.hold(dest, id, origin, entity);
  messages.kept().slots.push_back(call.slot);
  owner_ = call.slot;
  place_ = call.place;
  return true;
}

bool GuestMessages::end(const HookedCall& call) {
  if (!isOurs(call)) return false;
  state().messages.end();
  return true;
}

void GuestMessages::stubGone(int slot) {
  if (state().messages.isKept() && isOwner(slot)) state().messages.letGo();
}

}  // namespace mm
