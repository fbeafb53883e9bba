// The games whose library is known by the name of their folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mm {

// Where a game's library may lie, below the folder of the game, the likeliest first: each name that is known for it,
// with the suffixes of this process's architecture. Empty for a game that is not known.
std::vector<std::string> knownGameDlls(std::string_view folder);

}  // namespace mm
