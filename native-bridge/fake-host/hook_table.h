// The tables that engine and game DLL get, and that pfnGetHookTables gives to plugins: calls through them pass every
// plugin.
#pragma once

#include "fake-host/plugin.h"

namespace fakehost {

// Fills host().hooks; host().real and the quirks must stand.
void makeHookTable();

// The engine's functions as plugins call them: past every plugin, but what they register is noted.
void makePluginEngine();

const char* functionName(FunctionId id);

}  // namespace fakehost
