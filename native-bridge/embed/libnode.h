// Finding the Node library and the starter that fits it.
#pragma once

#include <string>

#include "core/core.h"
#include "embed/starter.h"

namespace mm {

// Looks at config.ini's `libnode`, METAMOD_LIBNODE, the core's own folder and the system, in this order, and loads the
// first library that is there. One that was named and does not fit is an error: nothing else is tried in its place.
Outcome loadNode(const std::string& configured, const Starter** starter);

}  // namespace mm
