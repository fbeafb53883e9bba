// A game DLL whose functions do nothing, so that a measured call is only a call.
#include "metamod/metamod.h"

namespace {

void startFrame() {}
int addToFullPack(entity_state_t*, int, edict_t*, edict_t*, int, int, byte*) { return 1; }

}  // namespace

// The engine's one function. It stands here because a call between a program and a library, far apart in memory, costs
// some processors more than one within either; so every measured call crosses that distance once.
MM_EXPORT edict_t* benchEntityOfIndex(int) { return nullptr; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int*) {
  table->pfnStartFrame = startFrame;
  table->pfnAddToFullPack = addToFullPack;
  return 1;
}
