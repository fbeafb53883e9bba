// One call of a hooked function, by the rules of the host that is played. The rules of metamod-p and -fwgs stand in the
// branches that a quirk switches on; without any quirk they are metamod-r's.
#pragma once

#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <type_traits>

#include "fake-host/host.h"

namespace fakehost {

template <class R>
using Stored = std::conditional_t<std::is_void_v<R>, int, R>;

template <class Value>
struct Answers {
  Value original;
  Value overriding;
  META_RES status = MRES_UNSET;
  META_RES last = MRES_UNSET;  // of the plugin before, as prev_mres
};

// Stands where a host leaves a pointer into a stack frame that is gone: reading through it faults.
inline void* const kDanglingPointer = reinterpret_cast<void*>(std::uintptr_t{0xdead});

// Plugins may write any number there, so it is read as one.
inline META_RES answerIn(const meta_globals_t& globals) {
  int answer;
  std::memcpy(&answer, &globals.mres, sizeof answer);
  return static_cast<META_RES>(answer);
}

void complainAbout(META_RES answer, const Plugin& plugin, FunctionId id, Phase phase);

template <class Value>
void* overrideRetFor(Answers<Value>& answers, Phase phase) {
  const bool isSet = answers.status == (phase == kPre ? MRES_SUPERCEDE : MRES_OVERRIDE);
  return isSet || !host().quirks().danglesOverrideRet ? &answers.overriding : kDanglingPointer;
}

template <class Value>
void takeAnswer(Answers<Value>& answers, META_RES answer, Value value, Phase phase) {
  const Quirks& quirks = host().quirks();
  const bool isKept = phase == kPre ? answer == MRES_SUPERCEDE || (answer == MRES_OVERRIDE && !quirks.losesPreOverride)
                                    : answer >= MRES_OVERRIDE;
  if (isKept) answers.overriding = value;
  if (answer > answers.status) answers.status = answer;
  answers.last = answer;
}

template <class Value, class Call>
void runPhase(FunctionId id, Phase phase, Answers<Value>& answers, const Call& call) {
  const Quirks& quirks = host().quirks();
  meta_globals_t& globals = host().metaGlobals;
  for (int index = 1; index <= host().plugins.lastIndex(); ++index) {
    const Plugin* const plugin = host().plugins.at(index);
    if (!plugin || plugin->status != PL_RUNNING) continue;
    if (quirks.callsOnlyRebuiltPlugins && !plugin->isRebuilt) continue;
    const AnyFn function = plugin->hook(phase, id);
    if (!function) continue;
    globals.mres = quirks.startsWithIgnored ? MRES_IGNORED : MRES_UNSET;
    globals.prev_mres = answers.last;
    globals.status = answers.status;
    globals.orig_ret = &answers.original;
    globals.override_ret = overrideRetFor(answers, phase);
    const Value value = call(function);
    const META_RES answer = answerIn(globals);
    // The hook may have unloaded its own plugin.
    const Plugin* const still = host().plugins.at(index);
    if (still && quirks.complainsAboutResults) complainAbout(answer, *still, id, phase);
    takeAnswer(answers, answer, value, phase);
  }
}

template <class Value, class Call>
Value runHooked(FunctionId id, Value fallback, const Call& call) {
  const Quirks& quirks = host().quirks();
  const meta_globals_t outer = host().metaGlobals;
  Answers<Value> answers{fallback, fallback};
  runPhase(id, kPre, answers, call);
  if (answers.status == MRES_SUPERCEDE) {
    answers.original = answers.overriding;
  } else if (const AnyFn real = host().real.at[id]) {
    answers.original = call(real);
  } else if (quirks.answersOneForMissingFunction) {
    if constexpr (std::is_integral_v<Value>) answers.original = 1;
  } else {
    answers.status = MRES_UNSET;
  }
  if (quirks.forgetsPrevMresBeforePost) answers.last = MRES_UNSET;
  runPhase(id, kPost, answers, call);
  host().metaGlobals = outer;
  if (quirks.ignoresPostOverrideAfterSupercede && answers.status == MRES_SUPERCEDE) return answers.original;
  return answers.status >= MRES_OVERRIDE ? answers.overriding : answers.original;
}

template <FunctionId Id, int Default, class R, class... A>
struct Hooked {
  static R call(A... args) {
    const auto forward = [&](AnyFn function) -> Stored<R> {
      // SAFETY: a slot of a plugin's table, and the real function, have the signature of the table's member.
      const auto typed = reinterpret_cast<R (*)(A...)>(function);
      if constexpr (std::is_void_v<R>) {
        typed(args...);
        return 0;
      } else {
        return typed(args...);
      }
    };
    return static_cast<R>(runHooked(Id, fallback(), forward));
  }

  static Stored<R> fallback() {
    if constexpr (std::is_pointer_v<R>) return nullptr;
    else return static_cast<Stored<R>>(Default);
  }
};

// A variadic call is formatted once, in 1024 bytes; everybody behind gets ("%s", text).
template <FunctionId Id, class First, class Format>
struct HookedVariadic {
  static void call(First first, Format format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    char percentS[] = "%s";
    runHooked(Id, 0, [&](AnyFn function) {
      // SAFETY: as above; the member's type is variadic, and so is the call.
      reinterpret_cast<void (*)(First, Format, ...)>(function)(first, percentS, text);
      return 0;
    });
  }
};

}  // namespace fakehost
