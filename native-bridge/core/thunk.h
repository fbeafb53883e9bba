// The function that engine and game DLL hold. An optimising compiler turns the template into one load and one jump: the
// arguments are left where the caller put them. A C++ function cannot pass "..." on like that, so the three variadic
// functions have thunks in assembly (variadic_thunks.cc).
#pragma once

#include "core/slots.h"

namespace mm {

template <class Fn>
AnyFn anyFn(Fn* function) {
  return reinterpret_cast<AnyFn>(function);
}

template <FunctionId Id, class R, class... A>
struct Thunk {
  // SAFETY: whatever is put into a slot has the signature of the slot's function (functions.cc, own_hooks.cc).
  static R call(A... args) { return reinterpret_cast<R (*)(A...)>(mm_slots.at[Id])(args...); }
};

AnyFn variadicThunk(FunctionId id);

}  // namespace mm
