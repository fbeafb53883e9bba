// Reads what a library calls itself from its file. dlopen would tell too, but by then a damaged file has crashed the
// server: it maps what the headers promise, also where the file has ended.
#pragma once

#include <string>

#include "core/core.h"

namespace mm {

// Refuses a file that is shorter than its headers say. `soname` stays empty where the library has none.
Outcome readSoname(const char* path, std::string& soname);

}  // namespace mm
