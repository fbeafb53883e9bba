#include "fake-engine/engine_table.h"

#include <initializer_list>

namespace fake {

enginefuncs_t makeEngineTable() {
  enginefuncs_t table{};
  for (auto add : {addBaselineFunctions, addChecksumFunctions, addClientFunctions,  addClientInfoFunctions,
                   addCommandFunctions,  addCvarFunctions,     addDeltaFunctions,   addEdictFunctions,
                   addEffectFunctions,   addEntityFunctions,   addFileFunctions,    addFindFunctions,
                   addInfoFunctions,     addMessageFunctions,  addModelFunctions,   addMovementFunctions,
                   addPrecacheFunctions, addPrintFunctions,    addRandomFunctions,  addServerFunctions,
                   addStringFunctions,   addTraceFunctions,    addTutorFunctions,   addVectorFunctions,
                   addVisibilityFunctions}) {
    add(table);
  }
  return table;
}

}  // namespace fake
