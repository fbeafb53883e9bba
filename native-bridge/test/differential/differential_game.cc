// The game DLL: its tables are the driver's.
#include "test/differential/control.h"

namespace {

GameControl control;

}  // namespace

MM_EXPORT GameControl* gameControl() { return &control; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int*) {
  *table = *control.given.dll();
  return 1;
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int*) {
  *table = *control.given.newDll();
  return 1;
}
