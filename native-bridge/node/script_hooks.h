// The C functions through which the core calls script plugins: one for each function of the three tables and each
// phase.
#pragma once

#include "core/core.h"

namespace mm::node {

// [phase][function]
const AnyFn (*scriptHooks())[kFunctionCount];

}  // namespace mm::node
