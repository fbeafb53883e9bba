#include "core/guest/guest.h"

#include "core/guest/clients.h"
#include "core/guest/guest_messages.h"
#include "core/guest/stubs.h"

namespace mm {

Guest& guest() {
  static Guest* const guest = new Guest;  // never destroyed, like the rest of the state
  return *guest;
}

plugin_info_t& bridgeInfo() {
  static plugin_info_t info{META_INTERFACE_VERSION, "Metamod for TypeScript", METAMOD_VERSION, "", "CSRetro", "", "MTS",
                            PT_STARTUP, PT_NEVER};
  return info;
}

void leaveHost() {
  stubs().forgetAll();
  clients() = {};
  guestMessages().clear();
  guest() = {};
}

}  // namespace mm
