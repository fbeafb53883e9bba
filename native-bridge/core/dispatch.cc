#include "core/dispatch.h"

#include "core/state.h"

namespace mm {
namespace {

// Outside every hook the result pointers are valid too: old plugins read them wherever they like, as whatever type they
// like. No function's result is wider than a pointer.
void* nothing = nullptr;

constexpr Dispatch kIdle{{MRES_UNSET, MRES_UNSET, MRES_UNSET, &nothing, &nothing}, nullptr, MRES_UNSET, 0};

}  // namespace

Dispatch running = kIdle;

void forgetRunning() { running = kIdle; }

META_RES correctedAnswer(FunctionId id, Phase phase, const Hook& hook, int answer) {
  const bool supercededInPost = phase == kPost && answer == MRES_SUPERCEDE;
  // A script hook's answers are checked where they are given, by plugin; here several of them may look like one.
  if (!hook.isScript) {
    state().complaints.sayOnce(hook.firstSlot, id, supercededInPost ? Complaint::SupercedeInPost : Complaint::NoResult);
  }
  return supercededInPost ? MRES_OVERRIDE : MRES_IGNORED;
}

}  // namespace mm
