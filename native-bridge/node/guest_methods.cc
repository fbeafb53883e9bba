// What JavaScript asks of the host when we are a plugin of another Metamod, and the server console, which both kinds of
// server have.
#include "node/arguments.h"
#include "node/methods.h"

namespace mm::node {
namespace {

napi_value hostName(Arguments& in) { return textToJs(in.env(), in.core().hostName()); }

napi_value loadStub(Arguments& in) {
  const std::string path = in.text("path");
  const auto now = static_cast<PLUG_LOADTIME>(in.integer("now", PT_NEVER, PT_ANYPAUSE));
  return in.good() ? numberToJs(in.env(), in.core().loadStub(path.c_str(), now)) : nullptr;
}

napi_value unloadStub(Arguments& in) {
  const int slot = in.slot();
  const auto now = static_cast<PLUG_LOADTIME>(in.integer("now", PT_NEVER, PT_ANYPAUSE));
  const auto reason = static_cast<PL_UNLOAD_REASON>(in.integer("reason", PNL_NULL, PNL_RELOAD));
  return in.good() ? numberToJs(in.env(), in.core().unloadStub(slot, now, reason)) : nullptr;
}

napi_value print(Arguments& in) {
  const std::string line = in.text("line");
  if (in.good()) in.core().engine()->pfnServerPrint((line + "\n").c_str());
  return nullptr;
}

napi_value recordLog(Arguments& in) {
  const std::string line = in.text("line");
  if (in.good()) in.core().recordLog(line.c_str());
  return nullptr;
}

}  // namespace

void addGuestMethods(Methods& methods) {
  methods.push_back(describeMethod<hostName>("hostName"));
  methods.push_back(describeMethod<loadStub>("loadStub"));
  methods.push_back(describeMethod<unloadStub>("unloadStub"));
  methods.push_back(describeMethod<print, Needs::Engine>("print"));
  methods.push_back(describeMethod<recordLog, Needs::Engine>("recordLog"));
}

}  // namespace mm::node
