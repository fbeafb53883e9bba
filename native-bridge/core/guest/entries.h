// Where the hooks of all stubs jump to: one function for each row of the three tables and each phase, with the row's
// own signature.
#pragma once

#include "core/core.h"

namespace mm {

// [phase][function]
const AnyFn (*guestEntries())[kFunctionCount];

}  // namespace mm
