// Whole user messages: which of the game's messages JavaScript wants with all that is written into them.
#include "node/arguments.h"
#include "node/methods.h"

namespace mm::node {
namespace {

napi_value gatherMessage(Arguments& in) {
  in.slot();
  in.integer("id", 0, 255);
  in.boolean("on");
  return nullptr;
}

}  // namespace

void addMessageMethods(Methods& methods) { methods.push_back(describeMethod<gatherMessage>("gatherMessage")); }

}  // namespace mm::node
