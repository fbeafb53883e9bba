// The helper functions that every Metamod gives to native plugins, each with the plugin's PLID as first argument.
#pragma once

#include "core/core.h"

namespace mm {

const mutil_funcs_t& utilFunctions();

}  // namespace mm
