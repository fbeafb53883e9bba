// The object behind the Core interface.
#pragma once

#include "core/core.h"

namespace mm {

Core& coreObject();

// Back to the state before the engine came, except for the policy and the script hooks, which were handed in.
void forgetEverything();

}  // namespace mm
