// The functions by which JavaScript calls C: one for each function of the three tables that scripts may call.
#pragma once

#include "core/core.h"
#include "node/js.h"

namespace mm::node {

// The JavaScript function for a C function: the real one, or the one through which all plugins' hooks fire.
napi_value bindFunction(napi_env env, FunctionId id, bool hooked);

}  // namespace mm::node
