#include "core/dispatch.h"

#include "core/state.h"

namespace mm {
namespace {

// Outside every hook the result pointers are valid too: old plugins read them wherever they like, as whatever type they
// like. No function's result is wider than a pointer.
void* nothing = nullptr;

constexpr meta_globals_t kIdleGlobals{MRES_UNSET, MRES_UNSET, MRES_UNSET, &nothing, &nothing};
constexpr Dispatch kIdle{kIdleGlobals, nullptr, MRES_UNSET, 0};

}  // namespace

Dispatch running = kIdle;
uintptr_t outermostCall = 0;

void forgetRunning() {
  running = kIdle;
  forgetDebugLevel();
}

void forgetAbandonedCalls(const void* frame) {
  const bool isOver = reinterpret_cast<uintptr_t>(frame) >= outermostCall;
  if (running.depth > 0 && isOver) running = kIdle;
}

meta_globals_t idleGlobals() { return kIdleGlobals; }

META_RES correctedAnswer(FunctionId id, Phase phase, const Hook& hook, int answer) {
  const bool supercededInPost = phase == kPost && answer == MRES_SUPERCEDE;
  // A script hook's answers are checked where they are given, by plugin; here several of them may look like one.
  if (!hook.isScript) state().complaints.sayOnce(hook.firstSlot, id, phase, answer);
  return supercededInPost ? MRES_OVERRIDE : MRES_IGNORED;
}

}  // namespace mm
