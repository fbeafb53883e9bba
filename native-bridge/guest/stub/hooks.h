// The hooks of a stub: one for each function of the three tables and each phase. All of them do the same, so they carry
// no work: they say whose hook was called, and jump to the core's entry for it with the arguments as they came.
#pragma once

#include "guest/guest_services.h"

namespace mm::stub {

extern Stub stub;
extern const GuestServices* services;  // null until the core was found

const AnyFn* hooksOf(Phase phase);

}  // namespace mm::stub
