// The table of engine functions. Each subject fills in its own, beside the code that it calls.
#pragma once

#include "metamod/metamod.h"

namespace fake {

enginefuncs_t makeEngineTable();

void addBaselineFunctions(enginefuncs_t& table);
void addChecksumFunctions(enginefuncs_t& table);
void addClientFunctions(enginefuncs_t& table);
void addClientInfoFunctions(enginefuncs_t& table);
void addCommandFunctions(enginefuncs_t& table);
void addCvarFunctions(enginefuncs_t& table);
void addDeltaFunctions(enginefuncs_t& table);
void addEdictFunctions(enginefuncs_t& table);
void addEffectFunctions(enginefuncs_t& table);
void addEntityFunctions(enginefuncs_t& table);
void addFileFunctions(enginefuncs_t& table);
void addFindFunctions(enginefuncs_t& table);
void addInfoFunctions(enginefuncs_t& table);
void addMessageFunctions(enginefuncs_t& table);
void addModelFunctions(enginefuncs_t& table);
void addMovementFunctions(enginefuncs_t& table);
void addPrecacheFunctions(enginefuncs_t& table);
void addPrintFunctions(enginefuncs_t& table);
void addRandomFunctions(enginefuncs_t& table);
void addServerFunctions(enginefuncs_t& table);
void addStringFunctions(enginefuncs_t& table);
void addTraceFunctions(enginefuncs_t& table);
void addTutorFunctions(enginefuncs_t& table);
void addVectorFunctions(enginefuncs_t& table);
void addVisibilityFunctions(enginefuncs_t& table);

}  // namespace fake
