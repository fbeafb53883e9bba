// Where the double's own lines go, and formatting in the 1024 bytes that every host has for a text.
#pragma once

#include <cstdarg>
#include <string>

namespace fakehost {

std::string formattedFrom(const char* format, va_list arguments);
[[gnu::format(printf, 1, 2)]] std::string formatted(const char* format, ...);

// A line in the engine's log, as hosts write all they have to say outside the `meta` command.
[[gnu::format(printf, 1, 2)]] void logLine(const char* format, ...);

// A line on the server's console.
[[gnu::format(printf, 1, 2)]] void printLine(const char* format, ...);

// Where the real host would crash: says why on standard error and aborts.
[[noreturn, gnu::format(printf, 1, 2)]] void fatal(const char* format, ...);

}  // namespace fakehost
