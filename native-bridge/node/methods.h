// The Bridge object's functions, by the file that holds them.
#pragma once

#include <vector>

#include "node/js.h"

namespace mm::node {

using Methods = std::vector<napi_property_descriptor>;

void addControlMethods(Methods& methods);   // open, close, plugins and their hooks
void addFrameMethods(Methods& methods);     // what a hook's frame holds besides numbers
void addEngineMethods(Methods& methods);    // strings, entities, pointers, files
void addRegistryMethods(Methods& methods);  // commands and cvars
void addGuestMethods(Methods& methods);     // the Metamod that we are a plugin of, and the console
void addUtilMethods(Methods& methods);      // Metamod's mutil functions
void addMessageMethods(Methods& methods);   // whole user messages
void addWatchdogMethods(Methods& methods);  // how long JavaScript may run

}  // namespace mm::node
