// The last function of the engine's table, pfnPEntityOfEntIndexAllEntities: newer engines have it, GoldSrc's table ends
// one before. Nothing in the table tells which, and reading behind its end is not ours to do. Engines of the newer kind
// also ask for Server_GetPhysicsInterface, after plugins were loaded; only then is the function taken.
#pragma once

#include "core/core.h"

namespace mm {

void takeLateEngineFunction();

// For plugins, which copy their table before we know: the function if there is one, else its older sister, which
// answers the same for every entity that is in use.
edict_t* entityOfAnyIndex(int index);

}  // namespace mm
