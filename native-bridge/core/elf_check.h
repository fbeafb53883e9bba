// Looks at a library's first bytes before dlopen does, because "wrong ELF class: ELFCLASS32" tells an admin nothing.
#pragma once

#include "core/core.h"

namespace mm {

Outcome checkElf(const char* path);

}  // namespace mm
