#include "core/guest/util.h"

#include "core/guest/guest.h"
#include "core/state.h"

namespace mm {
namespace {

// A host knows the messages of the game, and not those that plugins register: these are in our own list.
int getUserMsgId(plid_t plid, const char* name, int* size) {
  if (const int id = guest().util.pfnGetUserMsgID(plid, name, size)) return id;
  const UserMessage* const message = name ? state().userMessages.byName(name) : nullptr;
  if (message && size) *size = message->size;
  return message ? message->id : 0;
}

// Some hosts have a name for every number below 64, which says nothing; ours are the engine's own.
const char* getUserMsgName(plid_t plid, int id, int* size) {
  const UserMessage* const message = state().userMessages.byId(id);
  if (!message) return guest().util.pfnGetUserMsgName(plid, id, size);
  if (size) *size = message->size;
  return message->name.c_str();
}

}  // namespace

const mutil_funcs_t& guestUtil() {
  static mutil_funcs_t functions;
  functions = guest().util;
  functions.pfnGetUserMsgID = getUserMsgId;
  functions.pfnGetUserMsgName = getUserMsgName;
  return functions;
}

}  // namespace mm
