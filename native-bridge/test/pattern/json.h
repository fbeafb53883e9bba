// Values as JSON text, just enough for what the pattern functions saw.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace mm::pattern {

inline std::string json(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", number);
  return text;
}

// The texts of these tests hold no quotes and, of control characters, only the newline.
inline std::string json(const char* text) {
  if (!text) return "null";
  std::string quoted = "\"";
  for (; *text; ++text) quoted += *text == '\n' ? std::string("\\n") : std::string(1, *text);
  return quoted + "\"";
}

// Adds an item to a list.
inline void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : ",") + item; }

inline std::string hex(const void* bytes, std::size_t size) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<const unsigned char*>(bytes)[i];
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace mm::pattern
