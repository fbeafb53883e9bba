// The directory of the game that the engine runs.
#pragma once

#include <string>

namespace mm {

// Absolute; the current directory while there is no engine to ask.
std::string gameDirectory();

// A path as configuration files write it, relative to the game directory or absolute, as an absolute one.
std::string inGameDirectory(const std::string& path);

}  // namespace mm
