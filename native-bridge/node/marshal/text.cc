#include "node/marshal/text.h"

namespace mm::node {

// A byte that continues a UTF-8 sequence: 10xxxxxx.
static bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void copyText(std::byte* to, std::size_t size, const char* from, std::size_t most) {
  std::size_t length = strnlen(from, std::min(size, most));
  if (length == size) {
    --length;
    while (length > 0 && continues(from[length])) --length;
  }
  std::memcpy(to, from, length);
  to[length] = std::byte{0};
}

}  // namespace mm::node
