// What GetGameInfo of mutil_funcs_t tells of the game.
#pragma once

#include "core/core.h"

namespace mm {

// Valid until the next question, as plugins expect it. Null for a tag that does not exist.
const char* gameInfo(ginfo_t tag);

}  // namespace mm
