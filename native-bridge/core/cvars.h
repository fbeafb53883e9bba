// Cvars of plugins. An engine links a registered cvar_t into its list for good, so it gets one of ours: the plugin's
// own would vanish with its library. Ours stand in the core's static memory, because metamod-fwgs as a host asks the
// linker whose a cvar_t is, and does not survive the answer "nobody's". Hosts register copies of their own: as under
// any Metamod, the live cvar is the one that pfnCVarGetPointer gives.
#pragma once

#include <cstddef>

#include "core/core.h"

namespace mm {

class Cvars {
 public:
  // The engine's cvar of that name: a new one of ours, or the one that exists. Null when there is no room for more.
  cvar_t* add(const char* name, const char* value, int flags);

 private:
  // An engine that has gone may still walk its list, so for the next one nothing is used again.
  std::size_t used_ = 0;
};

}  // namespace mm
