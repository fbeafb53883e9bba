// Node ends the process when JavaScript calls process.exit or leaves an error uncaught. In an engine it must not.
#pragma once

#include "embed/starter/node_release.h"

namespace mm::starter {

// From now on such an end is a line in the log, and JavaScript goes on.
void refuseExits(node::Environment* environment, void (*log)(const char* line));

}  // namespace mm::starter
