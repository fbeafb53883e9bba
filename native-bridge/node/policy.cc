#include "node/policy.h"

#include <string>
#include <utility>

#include "node/bridge.h"

namespace mm::node {
namespace {

// mutil's loading functions answer 0 for success, any other number for failure.
constexpr int kRefused = 1;

void tell(Bridge& bridge, ScriptCallback callback) {
  Crossing crossing(bridge);
  if (crossing.entered()) crossing.call(callback, {});
}

}  // namespace

bool BridgePolicy::boot() {
  // JavaScript sees the globals from the first plugin on; the entities come later.
  bridge_.entities.refresh(bridge_);
  Crossing crossing(bridge_);
  if (!crossing.entered()) return false;
  return resultOr(bridge_.env, crossing.call(ScriptCallback::boot, {}), false);
}

void BridgePolicy::frame() { tell(bridge_, ScriptCallback::frame); }

void BridgePolicy::mapStarted() {
  bridge_.entities.mapStarted(bridge_);
  tell(bridge_, ScriptCallback::mapStarted);
}

void BridgePolicy::mapEnded() {
  bridge_.entities.mapEnded();
  tell(bridge_, ScriptCallback::mapEnded);
}

void BridgePolicy::shutdown() { tell(bridge_, ScriptCallback::shutdown); }

void BridgePolicy::command(int slot, const char* name) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return;
  crossing.call(ScriptCallback::command, {numberToJs(bridge_.env, slot), textToJs(bridge_.env, name)});
}

int BridgePolicy::loadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, void** handle) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return kRefused;
  napi_env env = bridge_.env;
  // The plugin that is loaded may load one itself, inside this.
  const int outer = std::exchange(opened_, 0);
  napi_value result = crossing.call(ScriptCallback::loadPlugin,
                                    {numberToJs(env, callerSlot), textToJs(env, cmdline), numberToJs(env, now)});
  const int answer = resultOr(env, result, kRefused);
  const int opened = std::exchange(opened_, outer);
  // The plugin's PLID serves as handle: it is unique, and the core can turn it back into the plugin.
  if (answer == 0 && handle) *handle = opened ? const_cast<plugin_info_t*>(bridge_.core->info(opened)) : nullptr;
  return answer;
}

int BridgePolicy::unloadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return kRefused;
  napi_env env = bridge_.env;
  napi_value result = crossing.call(ScriptCallback::unloadPlugin, {numberToJs(env, callerSlot), textToJs(env, cmdline),
                                                                   numberToJs(env, now), numberToJs(env, reason)});
  return resultOr(env, result, kRefused);
}

int BridgePolicy::unloadPluginByHandle(int callerSlot, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const int slot = bridge_.core->slotOf(static_cast<plid_t>(handle));
  // A plugin may be named by its number in `meta list`, which is its slot.
  return slot ? unloadPlugin(callerSlot, std::to_string(slot).c_str(), now, reason) : kRefused;
}

void BridgePolicy::log(const char* line) { bridge_.log(line); }

}  // namespace mm::node
