// How long JavaScript may hold the server.
#include "node/arguments.h"
#include "node/methods.h"
#include "node/pointer.h"
#include "node/watchdog.h"

namespace mm::node {
namespace {

napi_value limitScripts(Arguments& in) {
  void* address = nullptr;
  if (!pointerFromJs(in.bridge(), in.value(), tag::PointerType::cvar, in.place(), address)) return nullptr;
  if (!address) return in.refuse(Complaint::Type, "limit must be a Pointer of type cvar, got null");
  // SAFETY: pointers of this type come from the engine or the core, and cvars are never freed.
  return boolToJs(in.env(), Watchdog::instance().open(in.bridge(), *static_cast<const cvar_t*>(address)));
}

}  // namespace

void addWatchdogMethods(Methods& methods) { methods.push_back(describeMethod<limitScripts, Needs::Engine>("limitScripts")); }

}  // namespace mm::node
