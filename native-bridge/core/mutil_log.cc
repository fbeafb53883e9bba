#include "core/mutil_log.h"

#include "core/format.h"
#include "core/mutil_caller.h"
#include "core/report.h"
#include "core/slots.h"

namespace mm {
namespace {

// Other Metamods and many engines format a line in 1024 bytes, its end included; not all of these engines look whether
// it fits.
constexpr std::size_t kMaxLine = 1022;  // and a newline

}  // namespace

void logTagged(const plugin_info_t& plugin, const char* kind, const std::string& text) {
  std::string line = formatted("[%s] %s%s", plugin.logtag ? plugin.logtag : "?", kind, text.c_str());
  cutTo(line, kMaxLine);
  writeLog(line);
}

// The console has no lines of its own, so a long one goes there in pieces.
void logConsole(plid_t plid, const char* format, ...) {
  if (!utilCaller(plid, "LogConsole")) return;
  va_list arguments;
  va_start(arguments, format);
  std::string rest = formattedFrom(format, arguments);
  va_end(arguments);
  const auto print = realFunctions.engine()->pfnServerPrint;
  while (print && rest.size() > kMaxLine) {
    std::string piece = rest;
    cutTo(piece, kMaxLine);
    print(piece.c_str());
    rest.erase(0, piece.size());
  }
  printConsole(rest);
}

void logMessage(plid_t plid, const char* format, ...) {
  if (!utilCaller(plid, "LogMessage")) return;
  va_list arguments;
  va_start(arguments, format);
  logTagged(*plid, "", formattedFrom(format, arguments));
  va_end(arguments);
}

void logError(plid_t plid, const char* format, ...) {
  if (!utilCaller(plid, "LogError")) return;
  va_list arguments;
  va_start(arguments, format);
  logTagged(*plid, "ERROR: ", formattedFrom(format, arguments));
  va_end(arguments);
}

void logDeveloper(plid_t plid, const char* format, ...) {
  if (!utilCaller(plid, "LogDeveloper") || realFunctions.engine()->pfnCVarGetFloat("developer") == 0) return;
  va_list arguments;
  va_start(arguments, format);
  logTagged(*plid, "dev: ", formattedFrom(format, arguments));
  va_end(arguments);
}

}  // namespace mm
