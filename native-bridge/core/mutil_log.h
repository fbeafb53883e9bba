// The four log functions of mutil_funcs_t.
#pragma once

#include "core/core.h"

namespace mm {

void logConsole(plid_t plid, const char* format, ...);
void logMessage(plid_t plid, const char* format, ...);
void logError(plid_t plid, const char* format, ...);
void logDeveloper(plid_t plid, const char* format, ...);

}  // namespace mm
