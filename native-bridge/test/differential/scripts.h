// Script plugins as native-bridge/node and packages/sdk/src/raw/dispatch.ts run them: one call of the core's for a run of
// neighbours, their answers merged in it. A listener that is added while a run goes on is not called by it.
#pragma once

#include "test/differential/cases.h"

namespace differential {

void addScriptHook(int slot, int function, mm::Phase phase);
void removeScriptHook(int slot, int function, mm::Phase phase);
void removeScriptHooks(int slot);

// The body of all script hooks.
int runScriptHook(int function, mm::Phase phase, int (*numberAt)(const void* value));

}  // namespace differential
