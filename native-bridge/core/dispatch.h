// One call of a hooked function: pre hooks, the real function, post hooks, and the merging of their answers. The rules
// are the same for all functions; the templates only give them a signature. The rules stand a second time, in plain
// words and in TypeScript, in packages/loader/src/reference; test/differential holds the two against each other.
#pragma once

#include <cstring>
#include <type_traits>

#include "core/debug_trace.h"
#include "core/format.h"
#include "core/hook_lists.h"
#include "core/slots.h"

namespace mm {

// What is running now. A plain global, because every hooked call writes it and a native plugin holds its address.
[[gnu::visibility("hidden")]] extern Dispatch running;

// Where on the stack the outermost of the running calls began.
[[gnu::visibility("hidden")]] extern uintptr_t outermostCall;

// For a new engine, should the old one never have come back out of a call.
void forgetRunning();

// The same for an engine that left calls by longjmp, as Host_Error does, so that they never end. `frame` is the stack
// frame of a function that is running now: a call that stands below it is over, since stacks grow downwards wherever
// these engines run. (One that began nearer to the stack's beginning than this function is not noticed.)
void forgetAbandonedCalls(const void* frame);

// What gpMetaGlobals shows outside every hook.
meta_globals_t idleGlobals();

// Gives a call its own Dispatch and the outer call its own back.
class DispatchScope {
 public:
  DispatchScope() : outer_(running) {
    if (running.depth++ == 0) outermostCall = reinterpret_cast<uintptr_t>(this);
  }
  ~DispatchScope() { running = outer_; }
  DispatchScope(const DispatchScope&) = delete;
  DispatchScope& operator=(const DispatchScope&) = delete;

 private:
  const Dispatch outer_;
};

// The rare half of taking an answer: it says once what the plugin did wrong, and what the answer counts as.
META_RES correctedAnswer(FunctionId id, Phase phase, const Hook& hook, int answer);

template <class R>
using Stored = std::conditional_t<std::is_void_v<R>, int, R>;

// Results of one call. For a function without result the two values are zero and only there to be pointed at.
template <class Value>
struct Merge {
  Value original;
  Value overriding;
  META_RES status = MRES_UNSET;
};

inline META_RES takeAnswer(FunctionId id, Phase phase, const Hook& hook) {
  // A plugin can have written any number there, so it is read as a number.
  int answer;
  std::memcpy(&answer, &running.globals.mres, sizeof answer);
  const int highest = phase == kPre ? MRES_SUPERCEDE : MRES_OVERRIDE;
  if (answer > MRES_UNSET && answer <= highest) [[likely]] return static_cast<META_RES>(answer);
  return correctedAnswer(id, phase, hook, answer);
}

// All of a call in one function: what passes from hook to hook stays in registers.
template <Phase P, class Value, class Call>
[[gnu::always_inline]] inline void runPhase(FunctionId id, Merge<Value>& merge, bool traces, const Call& call) {
  const HookList* const list = hookLists[P][id];
  if (!list) return;
  META_RES previous = MRES_UNSET;
  Hook sole;
  int slot = 0;
  const Hook* next = list->hooks.data();
  const Hook* const end = next + list->hooks.size();
  while (next != end) {
    const Hook* hook = next;
    AnyFn function = *hook->entry;
    if (function) [[likely]] {
      ++next;
    } else {
      // Silent, or a run of scripts whose plugins must now be called one by one.
      slot = nextInRun(*list, *hook, slot);
      if (slot == 0) {
        ++next;
        continue;
      }
      sole = soleHook(*list, slot);
      function = *sole.entry;
      hook = &sole;
      if (!function) continue;
    }
    running.hook = hook;
    running.lastInRun = MRES_UNSET;
    running.globals = {MRES_UNSET, previous, merge.status, &merge.original, &merge.overriding};
    if (traces) [[unlikely]] traceHook(id, P, *hook);
    const Value value = call(function);
    const META_RES answer = takeAnswer(id, P, *hook);
    if (answer >= MRES_OVERRIDE) merge.overriding = value;
    if (answer > merge.status) merge.status = answer;
    previous = running.lastInRun == MRES_UNSET ? answer : running.lastInRun;
  }
}

template <class Value, class Call>
[[gnu::always_inline]] inline Value runHooked(FunctionId id, Value fallback, const Call& call) {
  const DispatchScope scope;
  Merge<Value> merge{fallback, fallback};
  bool traces = false;
  if (debugLevel != 0) [[unlikely]] traces = isTraced(id);
  runPhase<kPre>(id, merge, traces, call);
  running.hook = nullptr;
  const AnyFn real = behindHooks.at[id];
  if (traces) [[unlikely]] traceReal(id, merge.status, real != nullptr);
  if (merge.status == MRES_SUPERCEDE) {
    merge.original = merge.overriding;
  } else if (real) {
    merge.original = call(real);
  }
  runPhase<kPost>(id, merge, traces, call);
  return merge.status >= MRES_OVERRIDE ? merge.overriding : merge.original;
}

template <int Default, class R>
Stored<R> fallbackResult() {
  if constexpr (std::is_pointer_v<Stored<R>>) {
    return nullptr;
  } else {
    return static_cast<Stored<R>>(Default);
  }
}

template <FunctionId Id, int Default, class R, class... A>
struct HookedFunction {
  static R call(A... args) {
    const auto forward = [&](AnyFn function) -> Stored<R> {
      // SAFETY: an entry of a plugin's table, and the real function, have the signature of the table's member.
      const auto typed = reinterpret_cast<R (*)(A...)>(function);
      if constexpr (std::is_void_v<R>) {
        typed(args...);
        return 0;
      } else {
        return typed(args...);
      }
    };
    return static_cast<R>(runHooked(Id, fallbackResult<Default, R>(), forward));
  }

  static R absent(A...) { return static_cast<R>(fallbackResult<Default, R>()); }
};

// A variadic function is formatted once; hooks and the real function get ("%s", text), so no hook can misread the rest.
template <FunctionId Id, class R, class First, class Format>
struct HookedVariadic {
  static_assert(std::is_void_v<R>);

  static void call(First first, Format format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const std::string text = formattedFrom(format, arguments);
    va_end(arguments);
    char percentS[] = "%s";  // Format may be a plain char *.
    runHooked(Id, 0, [&](AnyFn function) {
      // SAFETY: as above; the member's type is variadic, and so is the call.
      reinterpret_cast<void (*)(First, Format, ...)>(function)(first, percentS, text.c_str());
      return 0;
    });
  }

  static void absent(First, Format, ...) {}
};

}  // namespace mm
