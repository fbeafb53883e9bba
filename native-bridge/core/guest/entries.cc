#include "core/guest/entries.h"

#include "core/guest/guest_call.h"
#include "core/tags.h"
#include "core/thunk.h"

namespace mm {
namespace {

template <Phase phase, FunctionId Id, class R, class... A>
struct Entry {
  static R call(A... arguments) {
    GuestCall call(Id, phase, __builtin_dwarf_cfa());
    // SAFETY: a script hook has the signature of its function.
    const auto hook = reinterpret_cast<R (*)(A...)>(call.hook());
    if constexpr (std::is_void_v<R>) {
      if (hook) hook(arguments...);
      if constexpr (phase == kPre && isMessageFunction(Id)) {
        const bool isTaken = call.isAnswerable() && guestMessages().takes<Id>(call.hooked(), arguments...);
        if (isTaken) running.globals.mres = MRES_SUPERCEDE;
      }
      call.answer(nullptr, 0);
    } else {
      static_assert(sizeof(R) <= 8, "LostOverrides has no room for the result");
      R value = hook ? hook(arguments...) : R();
      call.answer(&value, sizeof value);
      return value;
    }
  }
};

template <Phase phase, FunctionId Id, class First, class Format>
struct VariadicEntry {
  static void call(First first, Format, const char* text) {
    GuestCall call(Id, phase, __builtin_dwarf_cfa());
    char percentS[] = "%s";
    // SAFETY: as above; the member's type is variadic, and so is the call.
    const auto hook = reinterpret_cast<void (*)(First, Format, ...)>(call.hook());
    if (hook) hook(first, percentS, text);
    call.answer(nullptr, 0);
  }
};

template <Phase phase, FunctionId Id, class Table, class R, class... A>
AnyFn entryFor(R (*Table::*)(A...)) {
  return anyFn(&Entry<phase, Id, R, A...>::call);
}

template <Phase phase, FunctionId Id, class Table, class First, class Format>
AnyFn entryFor(void (*Table::*)(First, Format, ...)) {
  return anyFn(&VariadicEntry<phase, Id, First, Format>::call);
}

struct Entries {
  AnyFn at[2];
};

template <FunctionId Id, auto Member, class Signature, int = 0>
Entries row(const char*) {
  return {{entryFor<kPre, Id>(Member), entryFor<kPost, Id>(Member)}};
}

using namespace tag;

const Entries kRows[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

const AnyFn (*guestEntries())[kFunctionCount] {
  static AnyFn entries[2][kFunctionCount];
  for (FunctionId id = 0; id < kFunctionCount; ++id) {
    entries[kPre][id] = kRows[id].at[kPre];
    entries[kPost][id] = kRows[id].at[kPost];
  }
  return entries;
}

}  // namespace mm
