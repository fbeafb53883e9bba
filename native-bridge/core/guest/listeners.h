// Calls script hooks of the stubs' plugins without the host, where the host has nothing to say: a ClientDisconnect that
// it keeps to itself, or the last words at shutdown. There is no call behind them whose result could be changed.
#pragma once

#include "core/dispatch.h"
#include "core/guest/stubs.h"
#include "core/state.h"

namespace mm {

// The stub with the lowest slot above `after` whose plugin listens; null if there is none.
const GuestStub* nextListener(int after, FunctionId id, Phase phase);

template <class... A>
void callListeners(FunctionId id, Phase phase, A... arguments) {
  // SAFETY: a script hook has the signature of its function.
  const auto hook = reinterpret_cast<void (*)(A...)>(state().scriptHooks[phase][id]);
  if (!hook) return;
  // A listener may unload plugins, its own among them, so whom to call is asked anew each time.
  int last = 0;
  while (const GuestStub* const stub = nextListener(last, id, phase)) {
    last = stub->slot;
    const DispatchScope scope;
    void* noResult = nullptr;
    running.hook = &stub->hook;
    running.lastInRun = MRES_UNSET;
    running.globals = {MRES_IGNORED, MRES_UNSET, MRES_UNSET, &noResult, &noResult};
    hook(arguments...);
  }
}

}  // namespace mm
