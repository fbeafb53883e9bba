// Settings that stand on an engine's command line as `+localinfo KEY VALUE`.
#pragma once

#include <string>

namespace mm {

// "" for a key that nobody set, and where the engine keeps no such settings.
std::string localInfo(const char* key);

}  // namespace mm
