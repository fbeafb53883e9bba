#include "core/guest/listeners.h"

namespace mm {

const GuestStub* nextListener(int after, FunctionId id, Phase phase) {
  const GuestStub* next = nullptr;
  for (const auto& stub : stubs().all()) {
    if (!stub->isAttached || stub->slot <= after || !stub->listening[phase].test(id)) continue;
    if (!next || stub->slot < next->slot) next = stub.get();
  }
  return next;
}

}  // namespace mm
