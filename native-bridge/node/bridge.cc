#include "node/bridge.h"

#include <algorithm>
#include <cstdio>

namespace mm::node {

constinit Bridge theBridge;

HookFrame* Bridge::frameOfSerial(int32_t serial) const {
  for (HookFrame* frame = innermost; frame; frame = frame->outer()) {
    if (frame->serial() == serial) return frame;
  }
  return nullptr;
}

HookFrame* Bridge::frameAt(uint32_t offset) const {
  for (HookFrame* frame = innermost; frame; frame = frame->outer()) {
    if (frame->offset() == offset) return frame;
  }
  return nullptr;
}

void Bridge::forgetNode() {
  env = nullptr;
  exports = nullptr;
  messageMaker = nullptr;
  scratch = Scratch{};
  hasRun = false;
}

void Bridge::refuseStack(const char* function) {
  if (!env || !gameStack.isForeign()) return;
  logOnce(std::string(function) +
          ": called on a stack that is not the game's, where JavaScript cannot run; TypeScript plugins do not hear of "
          "it. Call engine functions through plugin.engine and plugin.gamedll, not through koffi");
}

static bool tellLog(Bridge& bridge, const std::string& line) {
  Crossing crossing(bridge);
  return crossing.entered() && crossing.call(ScriptCallback::log, {textToJs(bridge.env, line.c_str())});
}

void Bridge::log(const std::string& line) {
  // A log callback that fails itself must not be asked to log that: the flag stays up until the crossing has reported.
  // On a stack that is not the game's the engine can still be told; the process's own stderr is the last resort.
  if (!logging) {
    logging = true;
    const bool told = tellLog(*this, line);
    logging = false;
    if (told) return;
  }
  if (core && core->engine() && gameStack.isForeign()) {
    core->engine()->pfnServerPrint((line + "\n").c_str());
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
}

void Bridge::logOnce(const std::string& line) {
  if (std::find(loggedOnce.begin(), loggedOnce.end(), line) != loggedOnce.end()) return;
  loggedOnce.push_back(line);
  log("[META] ERROR: " + line);
}

}  // namespace mm::node
