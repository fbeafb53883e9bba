// Turns the generated rows into the table of functions. A row also describes how its values travel to a script; that
// part concerns native-bridge/node and passes through here unread.
#include "core/functions.h"

#include "core/dispatch.h"
#include "core/tags.h"
#include "core/thunk.h"

namespace mm {
namespace {

using namespace tag;

template <FunctionId Id, int Default, class Table, class R, class... A>
FunctionRow rowFor(const char* name, R (*Table::*)(A...)) {
  using Fn = Thunk<Id, R, A...>;
  using Hooked = HookedFunction<Id, Default, R, A...>;
  return {Id, name, anyFn(&Fn::call), anyFn(&Hooked::call), anyFn(&Hooked::absent)};
}

template <FunctionId Id, int Default, class Table, class R, class First, class Format>
FunctionRow rowFor(const char* name, R (*Table::*)(First, Format, ...)) {
  using Hooked = HookedVariadic<Id, R, First, Format>;
  return {Id, name, variadicThunk(Id), anyFn(&Hooked::call), anyFn(&Hooked::absent)};
}

template <FunctionId Id, auto Member, class Signature, int Default = 0>
FunctionRow row(const char* name) {
  return rowFor<Id, Default>(name, Member);
}

const FunctionRow kRows[kFunctionCount] = {
#include "core/generated/engine_rows.inc"
#include "core/generated/dll_rows.inc"
#include "core/generated/newdll_rows.inc"
};

}  // namespace

const FunctionRow& functionRow(FunctionId id) { return kRows[id]; }

}  // namespace mm
