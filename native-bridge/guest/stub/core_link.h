// How a stub meets the core, which the host has loaded already as the plugin above it.
#pragma once

#include "guest/guest_services.h"

namespace mm::stub {

// Null where the core is not loaded or is of another build; `why` then says what to do, and stays good.
const GuestServices* findCore(const char* stubPath, const char** why);

}  // namespace mm::stub
