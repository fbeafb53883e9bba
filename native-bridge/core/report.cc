#include "core/report.h"

#include "core/slots.h"
#include "core/state.h"

namespace mm {

// These go to the engine's own functions, not through the hooks: a hook that logs must not hear itself.
void writeLog(const std::string& line) {
  if (const auto alert = realFunctions.engine()->pfnAlertMessage) alert(at_logged, "%s\n", line.c_str());
}

void recordLog(const std::string& line) {
  const auto find = realFunctions.engine()->pfnCVarGetPointer;
  // SAFETY: an engine's variable stays where it is. It is asked for its value alone, so nobody is told of the change.
  cvar_t* const echo = find ? find("mp_logecho") : nullptr;
  const float wanted = echo ? echo->value : 0;
  if (echo) echo->value = 0;
  writeLog(line);
  if (echo) echo->value = wanted;
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
  recordLog(line);
  printConsole(line);
}

}  // namespace mm
