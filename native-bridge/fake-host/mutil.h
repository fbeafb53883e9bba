// What a plugin may ask of the host: the 18 functions of mutil_funcs_t, and metamod-p's three more.
#pragma once

#include "metamod/metamod.h"

namespace fakehost {

const mutil_funcs_t& utilFunctions();

// What metamod-p gives to a plugin that exports Meta_PExtGiveFnptrs, after Meta_Query.
struct ExtensionFunctions {
  int (*loadByName)(plid_t plid, const char* commandLine, PLUG_LOADTIME now, void** handle);
  int (*unloadByName)(plid_t plid, const char* commandLine, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  int (*unloadByHandle)(plid_t plid, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
};
using GiveExtensionFunctions = int (*)(int version, ExtensionFunctions* functions);
inline constexpr int kExtensionVersion = 2;

const ExtensionFunctions& extensionFunctions();

}  // namespace fakehost
