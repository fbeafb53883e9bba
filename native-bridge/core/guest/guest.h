// What the core keeps as a guest: as one plugin among those of another Metamod, the host. The host's tables stand where
// the engine's and the game DLL's stand otherwise, so that everything above them works as ever.
#pragma once

#include "core/function_table.h"
#include "core/guest/host_rules.h"

namespace mm {

struct Guest {
  bool isInvited = false;   // Meta_Init came, which no engine calls: GiveFnptrsToDll and the rest are the host's
  bool isAttached = false;  // the game's tables are known; stubs are welcome
  bool speaksExtensions = false;  // the host offered metamod-p's extensions
  bool hasNewDll = false;
  mutil_funcs_t util{};
  meta_globals_t* globals = nullptr;  // the host's, in which hooks answer
  HostRules rules;
};

Guest& guest();

// The bridge as a plugin of the host's; its address is our own PLID.
plugin_info_t& bridgeInfo();

// Whether a host has taken us in. Then hook lists and thunks rest, and hooks go through the stubs' tables.
inline bool isGuest() { return guest().isAttached; }

// For a core that is to serve another engine, of whichever kind.
void leaveHost();

}  // namespace mm
