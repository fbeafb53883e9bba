#include "node/watchdog_v8.h"

#include <dlfcn.h>

namespace mm::node {
namespace {

// These two take a std::size_t, which names spell by what it is.
constexpr bool kIsLong = sizeof(std::size_t) == 8;
constexpr const char* kAddNearHeapLimit = kIsLong ? "_ZN2v87Isolate24AddNearHeapLimitCallbackEPFmPvmmES1_"
                                                  : "_ZN2v87Isolate24AddNearHeapLimitCallbackEPFjPvjjES1_";
constexpr const char* kRemoveNearHeapLimit = kIsLong ? "_ZN2v87Isolate27RemoveNearHeapLimitCallbackEPFmPvmmEm"
                                                     : "_ZN2v87Isolate27RemoveNearHeapLimitCallbackEPFjPvjjEj";

V8 found;

// SAFETY: the name says which function it is and what it takes.
template <class Function>
bool take(Function& function, const char* name) {
  function = reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
  return function != nullptr;
}

bool findAll(V8& v8) {
  return take(v8.getCurrent, "_ZN2v87Isolate10GetCurrentEv") &&
         take(v8.requestInterrupt, "_ZN2v87Isolate16RequestInterruptEPFvPS0_PvES2_") &&
         take(v8.terminateExecution, "_ZN2v87Isolate18TerminateExecutionEv") &&
         take(v8.cancelTerminateExecution, "_ZN2v87Isolate24CancelTerminateExecutionEv") &&
         take(v8.addNearHeapLimitCallback, kAddNearHeapLimit) &&
         take(v8.removeNearHeapLimitCallback, kRemoveNearHeapLimit) &&
         take(v8.automaticallyRestoreInitialHeapLimit, "_ZN2v87Isolate36AutomaticallyRestoreInitialHeapLimitEd") &&
         take(v8.executionAsyncId, "_ZN4node29AsyncHooksGetExecutionAsyncIdEPN2v87IsolateE") &&
         take(v8.prepareInit, "uv_prepare_init") && take(v8.prepareStart, "uv_prepare_start") &&
         take(v8.unref, "uv_unref") && take(v8.close, "uv_close");
}

}  // namespace

const V8* V8::find() {
  static const bool isComplete = findAll(found);
  return isComplete ? &found : nullptr;
}

}  // namespace mm::node
