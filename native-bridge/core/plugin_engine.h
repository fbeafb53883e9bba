// The engine table that native plugins get: the engine's own functions, so that their calls pass no hooks, with a few
// replaced that register things. The engine would keep a pointer into the plugin's library; the core keeps it instead.
#pragma once

#include "core/core.h"

namespace mm {

enginefuncs_t pluginEngine();

}  // namespace mm
