// What the core itself must hear of: frames, maps, messages, clients. These functions stand in front of all plugins'
// hooks rather than among them, so no plugin's answer can keep a call from them, and they change no answer.
#pragma once

#include "core/core.h"

namespace mm {

// The core's own function for a slot; null for most.
AnyFn ownHook(FunctionId id);

}  // namespace mm
