// The starter's four functions, over the one Environment that can be alive.
#include "embed/starter.h"

#include <cstdio>

#include "embed/starter/environment.h"
#include "embed/starter/pump.h"

namespace mm::starter {
namespace {

// A plain pointer, so that nothing is destroyed when the process ends without stop(): add-ons may still be in use then.
Environment* alive = nullptr;
bool isPumpRunning = false;

bool start(const StartOptions* options, char* why, std::size_t size) {
  std::string reason;
  Process* const process = theProcess(options->script, reason);
  if (process && !alive) alive = Environment::create(*process, *options, reason).release();
  if (!alive) std::snprintf(why, size, "%s", reason.c_str());
  return alive != nullptr;
}

void pumpOnce(bool ranScripts) {
  // A plugin's timer may run an engine function that runs frames.
  if (!alive || isPumpRunning) return;
  isPumpRunning = true;
  pump(*alive, ranScripts);
  isPumpRunning = false;
}

bool isPumping() { return isPumpRunning; }

void stop() {
  if (alive) finishRequests(*alive);
  delete alive;
  alive = nullptr;
}

constexpr Starter kStarter{NODE_MAJOR_VERSION, start, pumpOnce, isPumping, stop};

}  // namespace
}  // namespace mm::starter

const mm::Starter* MetamodStarter(int interfaceVersion) {
  return interfaceVersion == mm::kStarterInterface ? &mm::starter::kStarter : nullptr;
}
