// Whole user messages: which of the game's messages JavaScript wants with all that is written into them, and which message
// is open, so that none of its own is begun meanwhile.
#include "node/arguments.h"
#include "node/methods.h"

namespace mm::node {
namespace {

napi_value gatherMessage(Arguments& in) {
  const int slot = in.slot();
  const int id = in.integer("id", 0, 255);
  const bool on = in.boolean("on");
  if (in.good()) in.core().gatherMessage(slot, id, on);
  return nullptr;
}

napi_value openMessage(Arguments& in) {
  napi_env env = in.env();
  const OpenMessage open = in.core().openMessage();
  if (open.id == 0) return nullToJs(env);
  napi_value object = nullptr;
  if (!check(env, napi_create_object(env, &object))) return nullptr;
  setProperty(env, object, "id", numberToJs(env, open.id));
  setProperty(env, object, "slot", numberToJs(env, open.slot));
  return object;
}

}  // namespace

void addMessageMethods(Methods& methods) {
  methods.push_back(describeMethod<gatherMessage>("gatherMessage"));
  methods.push_back(describeMethod<openMessage>("openMessage"));
}

}  // namespace mm::node
