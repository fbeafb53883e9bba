// Saved games hold functions by name: a think or touch function of an entity is written as what pfnNameForFunction
// calls it, and read back by pfnFunctionFromName. Engines find the name for any address in the process, but look for a
// name in the library they loaded, which is us.
#pragma once

namespace mm {

// Has pfnFunctionFromName go on in the game DLL where the engine finds nothing.
void findFunctionsOfGameDll();

}  // namespace mm
