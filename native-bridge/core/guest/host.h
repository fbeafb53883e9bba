// What we ask of the host.
#pragma once

#include "core/function_table.h"

namespace mm {

// "metamod-r", "metamod-p", "metamod-fwgs", or "metamod" for one we do not know. Before the self-test ran this is as
// good a guess as can be made.
const char* hostName();
// What the host says in the cvar metamod_version.
const char* hostVersion();

// Has the host load a stub, or unload the one in a slot. Like the host: 0 for success.
int loadStub(const char* path, PLUG_LOADTIME now);
int unloadStub(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);

// The tables through which calls pass all plugins of the host.
struct HookedTables {
  enginefuncs_t* engine = nullptr;
  DLL_FUNCTIONS* dll = nullptr;
  NEW_DLL_FUNCTIONS* newDll = nullptr;
};
HookedTables hookedTables();

// The game DLL's file, as the host tells it.
const char* hostedGameDll();

// metamod-r calls the hooks of a reloaded plugin only when it has made its code anew, which it does not by itself. Once
// a frame, the host is brought to it if a stub was attached without our asking.
void noteLateAttach();
void wakeHost();

}  // namespace mm
