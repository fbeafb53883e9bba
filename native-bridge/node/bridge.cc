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

static bool tellLog(Bridge& bridge, const std::string& line) {
  Crossing crossing(bridge);
  return crossing.entered() && crossing.call(ScriptCallback::log, {textToJs(bridge.env, line.c_str())});
}

void Bridge::log(const std::string& line) {
  // A log callback that fails itself must not be asked to log that: the flag stays up until the crossing has reported.
  // The process's own stderr is the last resort.
  if (!logging) {
    logging = true;
    const bool told = tellLog(*this, line);
    logging = false;
    if (told) return;
  }
  std::fprintf(stderr, "%s\n", line.c_str());
}

void Bridge::logOnce(const std::string& line) {
  if (std::find(loggedOnce.begin(), loggedOnce.end(), line) != loggedOnce.end()) return;
  loggedOnce.push_back(line);
  log("[META] ERROR: " + line);
}

}  // namespace mm::node
