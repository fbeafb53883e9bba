// mutil_funcs_t for TypeScript plugins of a guest: the host's own, called with the stub's PLID, so that the host knows
// who asks.
#pragma once

#include "core/core.h"

namespace mm {

const mutil_funcs_t& guestUtil();

}  // namespace mm
