// The plugins of a case, in the core: natives are copies of one library with tables of their own, scripts a stand-in for
// the dispatcher of packages/sdk (scripts.h).
#pragma once

#include "core/function_table.h"
#include "test/differential/cases.h"

namespace differential {

// Loads core and game, as an engine does.
void startServer();
void stopServer();

mm::FunctionTable& hookedTables();
mm::Core& core();

// All of these do nothing where there is nothing to do: a plugin that is loaded already, paused already, or absent.
void load(int slot);
void unload(int slot);
void pause(int slot);
void resume(int slot);
void setHook(int slot, int function, mm::Phase phase, bool on);
void frame();

bool isPaused(int slot);
mm::FunctionId hookIdOf(int function);

// The body of all native hooks. `numberAt` reads a result through gpMetaGlobals.
int runNativeHook(int slot, int function, mm::Phase phase, int (*numberAt)(const void* value));

}  // namespace differential
