// Text in the middle of every client's screen: the three CenterSay functions of mutil_funcs_t.
#pragma once

#include <cstdarg>

#include "core/core.h"

namespace mm {

void centerSay(plid_t plid, const char* format, ...);
void centerSayParms(plid_t plid, hudtextparms_t parms, const char* format, ...);
void centerSayVarargs(plid_t plid, hudtextparms_t parms, const char* format, va_list arguments);

}  // namespace mm
