#include "core/mutil_log.h"

#include "core/format.h"
#include "core/report.h"
#include "core/slots.h"

namespace mm {
namespace {

void logTagged(plid_t plid, const char* kind, const std::string& text) {
  const char* const tag = plid && plid->logtag ? plid->logtag : "?";
  writeLog(formatted("[%s] %s%s", tag, kind, text.c_str()));
}

}  // namespace

void logConsole(plid_t, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  printConsole(formattedFrom(format, arguments));
  va_end(arguments);
}

void logMessage(plid_t plid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "", formattedFrom(format, arguments));
  va_end(arguments);
}

void logError(plid_t plid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "ERROR: ", formattedFrom(format, arguments));
  va_end(arguments);
}

void logDeveloper(plid_t plid, const char* format, ...) {
  if (realFunctions.engine()->pfnCVarGetFloat("developer") == 0) return;
  va_list arguments;
  va_start(arguments, format);
  logTagged(plid, "dev: ", formattedFrom(format, arguments));
  va_end(arguments);
}

}  // namespace mm
