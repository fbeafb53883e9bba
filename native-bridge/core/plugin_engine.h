// The engine as plugins call it, native or script: the engine's own functions, so that the calls pass no hooks, with
// those replaced that register things. The engine would keep a pointer into the plugin's library; it gets one to memory
// of ours instead.
#pragma once

#include "core/core.h"

namespace mm {

const enginefuncs_t& pluginEngine();

// Makes the table from the engine's own, which is another now.
void makePluginEngine();

}  // namespace mm
