/* A library that takes the engine's functions, as a game DLL does, but is no Metamod plugin: Meta_Query is missing. */
#include "metamod/metamod.h"

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *functions, globalvars_t *globals) {
  (void)functions, (void)globals;
}
