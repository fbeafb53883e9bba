// The table of functions that the engine gave. It grew at its end over the years and nothing in it says how long it is,
// so what follows a shorter one in memory must be told from functions.
#pragma once

#include "core/core.h"

namespace mm {

// Takes the engine's functions into realFunctions; those that the engine does not have stay null.
void takeEngineTable(const enginefuncs_t& given);

// How many of the new game DLL functions the engine has room for. They grew together with the engine's own table.
int newDllFunctionsOf(const enginefuncs_t& engine);

}  // namespace mm
