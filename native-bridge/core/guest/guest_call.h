// One hook of a stub, called by the host: the script hook of that one plugin runs with the core's own globals, into
// which the host's were copied as far as they can be read, and its answer goes back the way this host understands.
#pragma once

#include "core/dispatch.h"
#include "core/guest/guest_messages.h"
#include "core/guest/lost_overrides.h"
#include "core/guest/stubs.h"

namespace mm {

class GuestCall {
 public:
  // `frame` is the canonical address of the frame that the host called: the stub's hook in between was but a jump.
  GuestCall(FunctionId id, Phase phase, const void* frame);

  // What to call; null where the plugin does not listen any more, or listens in the other phase only.
  AnyFn hook() const { return hook_; }
  // Of a pre hook: whether the engine may still get the call, and who was asked.
  bool isAnswerable() const { return stub_.library && running.globals.mres != MRES_SUPERCEDE; }
  HookedCall hooked() const { return {stub_.slot, call_.place, status_ == MRES_SUPERCEDE}; }
  // Passes the answer on. `value` is what the hook returned, and may be replaced; null for functions without result.
  void answer(void* value, std::size_t size);

 private:
  void copyGlobals();
  void* readableOverride() const;
  META_RES preAnswer(META_RES given, const void* value, std::size_t size);
  META_RES postAnswer(META_RES given, void* value, std::size_t size);

  const DispatchScope scope_;
  GuestStub& stub_;
  const HostedCall call_;
  const Phase phase_;
  const META_RES status_;  // of the call, when the host came to this plugin
  AnyFn hook_ = nullptr;
};

}  // namespace mm
