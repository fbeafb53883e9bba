#include "core/format.h"

#include <cstdio>

namespace mm {

std::string formattedFrom(const char* format, va_list arguments) {
  if (!format) return {};
  va_list again;
  va_copy(again, arguments);
  const int length = std::vsnprintf(nullptr, 0, format, arguments);
  std::string text(length > 0 ? static_cast<std::size_t>(length) : 0, '\0');
  // SAFETY: a std::string has room for the terminator behind its last character, which is what vsnprintf writes there.
  if (length > 0) std::vsnprintf(text.data(), text.size() + 1, format, again);
  va_end(again);
  return text;
}

std::string formatted(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  std::string text = formattedFrom(format, arguments);
  va_end(arguments);
  return text;
}

void cutTo(std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return;
  constexpr unsigned char kTwoBits = 0xC0, kContinues = 0x80;
  const auto continues = [&text](std::size_t at) { return (static_cast<unsigned char>(text[at]) & kTwoBits) == kContinues; };
  // A character has three such bytes at most; more of them are no UTF-8.
  std::size_t end = bytes;
  while (end > 0 && bytes - end < 3 && continues(end)) --end;
  text.resize(continues(end) ? bytes : end);
}

}  // namespace mm
