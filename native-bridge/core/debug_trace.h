// The trace that the console variable `meta_debug` asks for: one line for each call of a plugin's hook and of the real
// function, written before the call, so that the last line before a crash names the culprit. Each function has a level
// (api/debug-levels.ts) from which on it is traced. Functions that nobody hooks do not pass here.
#pragma once

#include "core/core.h"

namespace mm {

// The variable's value as of this frame. A plain global, because every hooked call reads it.
[[gnu::visibility("hidden")]] extern int debugLevel;

// Once a frame. The engine is asked for the variable until it has it.
void readDebugLevel();
// The engine is gone, and its variables with it.
void forgetDebugLevel();

[[gnu::cold]] bool isTraced(FunctionId id);
[[gnu::cold]] void traceHook(FunctionId id, Phase phase, const Hook& hook);
// `status` as the pre hooks left it; without `exists` engine or game have no such function.
[[gnu::cold]] void traceReal(FunctionId id, META_RES status, bool exists);

}  // namespace mm
