// The start without plugins, where nobody decides for us: the game runs as if we were not there.
#pragma once

#include <string>

namespace mm {

// Loads the game DLL that METAMOD_GAMEDLL names, else config.ini in Metamod's folder ("" where that is not known), else
// the front library. Reports what is wrong. False: there is no game DLL, and the engine must give up.
bool startUnhooked(const std::string& metamodDirectory);

}  // namespace mm
