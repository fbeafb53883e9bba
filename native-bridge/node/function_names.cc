#include "node/row.h"

namespace mm::node {
namespace {

using namespace tag;

template <FunctionId, auto, class, int = 0>
constexpr const char* row(const char* name) {
  return name;
}

constexpr const char* kNames[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

const char* functionName(FunctionId id) { return kNames[id]; }

}  // namespace mm::node
