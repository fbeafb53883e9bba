// The front library, which some engines load in our stead (native-bridge/front): it depends on us first and on the real
// game DLL second.
#pragma once

#include <string>

namespace mm {

// The game DLL that the front names, as an absolute path; "" where we were not loaded by a front.
std::string gameBehindFront();

}  // namespace mm
