// What the dynamic linker knows of an address: which part of the program or of a library it lies in. With it an address
// can be judged that was read from where it may not be one.
#pragma once

#include <cstddef>

namespace mm {

// Whether the program or one of its libraries has code there.
bool isCode(const void* address);

// How much memory follows at the address in its part of the program or library; no limit is known for other memory.
std::size_t bytesFrom(const void* address);

}  // namespace mm
