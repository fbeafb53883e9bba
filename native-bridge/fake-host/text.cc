#include "fake-host/text.h"

#include <cstdio>
#include <cstdlib>

#include "fake-host/host.h"

namespace fakehost {

std::string formattedFrom(const char* format, va_list arguments) {
  char text[1024] = "";
  if (format) std::vsnprintf(text, sizeof text, format, arguments);
  return text;
}

std::string formatted(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formattedFrom(format, arguments);
  va_end(arguments);
  return text;
}

void logLine(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formattedFrom(format, arguments);
  va_end(arguments);
  host().engine().pfnAlertMessage(at_logged, "%s\n", text.c_str());
}

void printLine(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formattedFrom(format, arguments) + "\n";
  va_end(arguments);
  host().engine().pfnServerPrint(text.c_str());
}

void fatal(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formattedFrom(format, arguments);
  va_end(arguments);
  std::fprintf(stderr, "fake_host: FATAL: %s\n", text.c_str());
  std::abort();
}

}  // namespace fakehost
