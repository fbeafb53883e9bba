// The four log functions of mutil_funcs_t.
#pragma once

#include <string>

#include "core/core.h"

namespace mm {

void logConsole(plid_t plid, const char* format, ...);
void logMessage(plid_t plid, const char* format, ...);
void logError(plid_t plid, const char* format, ...);
void logDeveloper(plid_t plid, const char* format, ...);

// A line in the engine's log in the name of a plugin that is known. `kind` is "ERROR: ", or "" for a mere message.
void logTagged(const plugin_info_t& plugin, const char* kind, const std::string& text);

}  // namespace mm
