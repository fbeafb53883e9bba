// How long JavaScript may hold the server.
#include <limits>

#include "node/arguments.h"
#include "node/methods.h"

namespace mm::node {
namespace {

napi_value watch(Arguments& in) {
  in.integer("limitMs", 0, std::numeric_limits<int>::max());
  return nullptr;
}

}  // namespace

void addWatchdogMethods(Methods& methods) {
  methods.push_back(describeMethod<watch, Needs::Nothing>("watch"));
}

}  // namespace mm::node
