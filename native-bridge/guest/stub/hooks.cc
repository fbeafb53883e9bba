#include "guest/stub/hooks.h"

#include "core/tags.h"

namespace mm::stub {
namespace {

template <Phase phase, FunctionId Id, class R, class... A>
R hook(A... arguments) {
  *services->called = &stub;
  // SAFETY: the core's entry for a function has the signature of the table's member, from which it is made as well.
  return reinterpret_cast<R (*)(A...)>(services->entries[phase][Id])(arguments...);
}

template <Phase phase, FunctionId Id, class Table, class R, class... A>
AnyFn hookFor(R (*Table::*)(A...)) {
  return reinterpret_cast<AnyFn>(&hook<phase, Id, R, A...>);
}

// SAFETY: hosts call a variadic hook with "%s" and one text; on every processor that we build for, three words passed
// to "..." lie where three named ones would.
template <Phase phase, FunctionId Id, class Table, class R, class First, class Format>
AnyFn hookFor(R (*Table::*)(First, Format, ...)) {
  return reinterpret_cast<AnyFn>(&hook<phase, Id, R, First, Format, const char*>);
}

template <Phase phase>
struct Hooks {
  template <FunctionId Id, auto Member, class Signature, int = 0>
  static AnyFn row(const char*) {
    return hookFor<phase, Id>(Member);
  }

  static const AnyFn all[kFunctionCount];
};

using namespace tag;

template <Phase phase>
const AnyFn Hooks<phase>::all[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

const AnyFn* hooksOf(Phase phase) { return phase == kPre ? Hooks<kPre>::all : Hooks<kPost>::all; }

}  // namespace mm::stub
