#include "core/report.h"

#include "core/slots.h"
#include "core/state.h"

namespace mm {

// These go to the engine's own functions, not through the hooks: a hook that logs must not hear itself.
void writeLog(const std::string& line) {
  if (const auto alert = realFunctions.engine()->pfnAlertMessage) alert(at_logged, "%s\n", line.c_str());
}

void printConsole(const std::string& line) {
  if (const auto print = realFunctions.engine()->pfnServerPrint) print((line + "\n").c_str());
}

void report(const std::string& line) {
  if (state().policy) {
    state().policy->log(line.c_str());
    return;
  }
  // Engines keep no log before server.cfg ran, so the console gets the line too.
  writeLog(line);
  printConsole(line);
}

}  // namespace mm
