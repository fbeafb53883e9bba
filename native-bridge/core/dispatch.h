// One call of a hooked function: pre hooks, the real function, post hooks, and the merging of their answers. The rules
// are the same for all functions; the templates only give them a signature.
#pragma once

#include <cstring>
#include <type_traits>

#include "core/format.h"
#include "core/hook_lists.h"
#include "core/slots.h"

namespace mm {

// What is running now. A plain global, because every hooked call writes it and a native plugin holds its address.
[[gnu::visibility("hidden")]] extern Dispatch running;

// For a new engine, should the old one never have come back out of a call.
void forgetRunning();

// Gives a call its own Dispatch and the outer call its own back. (An engine that leaves a call by longjmp, as
// Host_Error does, skips this: libraries unloaded afterwards then stay open until the engine starts anew.)
class DispatchScope {
 public:
  DispatchScope() : outer_(running) { ++running.depth; }
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

template <Phase P, class Value, class Call>
void runPhase(FunctionId id, Merge<Value>& merge, const Call& call) {
  const HookList* list = hookLists[P][id];
  if (!list) return;
  META_RES previous = MRES_UNSET;
  for (const Hook& hook : *list) {
    const AnyFn function = *hook.entry;
    if (!function) continue;
    running.hook = &hook;
    running.lastInRun = MRES_UNSET;
    running.globals = {MRES_UNSET, previous, merge.status, &merge.original, &merge.overriding};
    const Value value = call(function);
    const META_RES answer = takeAnswer(id, P, hook);
    if (answer >= MRES_OVERRIDE) merge.overriding = value;
    if (answer > merge.status) merge.status = answer;
    previous = running.lastInRun == MRES_UNSET ? answer : running.lastInRun;
  }
}

template <class Value, class Call>
Value runHooked(FunctionId id, Value fallback, const Call& call) {
  const DispatchScope scope;
  Merge<Value> merge{fallback, fallback};
  runPhase<kPre>(id, merge, call);
  running.hook = nullptr;
  if (merge.status == MRES_SUPERCEDE) {
    merge.original = merge.overriding;
  } else if (const AnyFn real = realFunctions.at[id]) {
    merge.original = call(real);
  }
  runPhase<kPost>(id, merge, call);
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
