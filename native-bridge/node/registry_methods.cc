// Server commands and cvars of script plugins. The core owns both, so that they outlive a plugin safely.
#include "node/arguments.h"
#include "node/methods.h"
#include "node/pointer.h"

namespace mm::node {
namespace {

napi_value addCommand(Arguments& in) {
  const int slot = in.ownerSlot();
  const std::string name = in.text("name");
  return in.good() ? boolToJs(in.env(), in.core().addScriptCommand(slot, name.c_str())) : nullptr;
}

napi_value addCvar(Arguments& in) {
  const int slot = in.ownerSlot();
  const std::string name = in.text("name");
  const std::string value = in.text("value");
  const int flags = in.integer("flags", INT32_MIN, INT32_MAX);
  if (!in.good()) return nullptr;
  const cvar_t* cvar = in.core().addCvar(slot, name.c_str(), value.c_str(), flags);
  if (!cvar) return in.refuse(Complaint::Error, "there is no room for another cvar; restart the server");
  return pointerToJs(in.bridge(), cvar, tag::PointerType::cvar, 0);
}

}  // namespace

void addRegistryMethods(Methods& methods) {
  methods.push_back(describeMethod<addCommand, Needs::Engine>("addCommand"));
  methods.push_back(describeMethod<addCvar, Needs::Engine>("addCvar"));
}

}  // namespace mm::node
