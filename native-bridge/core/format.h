// printf formatting without a limit on the length of the text.
#pragma once

#include <cstdarg>
#include <string>

namespace mm {

// A null format gives empty text: a plugin's slip must not end the server.
std::string formattedFrom(const char* format, va_list arguments);

[[gnu::format(printf, 1, 2)]] std::string formatted(const char* format, ...);

// Shortens text to at most so many bytes, without leaving half a character of UTF-8 at the end.
void cutTo(std::string& text, std::size_t bytes);

}  // namespace mm
