#include "node/policy.h"

#include <string>
#include <utility>

#include "node/bridge.h"
#include "node/session.h"
#include "node/watchdog.h"
#include "node/whole_message.h"

namespace mm::node {
namespace {

// mutil's loading functions answer 0 for success, any other number for failure.
constexpr int kDone = 0;
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

void BridgePolicy::mapStarted() {
  bridge_.entities.mapStarted(bridge_);
  tell(bridge_, ScriptCallback::mapStarted);
}

void BridgePolicy::mapEnded() {
  bridge_.entities.mapEnded();
  tell(bridge_, ScriptCallback::mapEnded);
}

// The watchdog's limit is a cvar, and the host that we may be a guest of takes its cvars along when it is unloaded. What
// plugins left in the event loop is run once more before it ends, and must come to an end as well.
void BridgePolicy::shutdown() {
  tell(bridge_, ScriptCallback::shutdown);
  Watchdog::instance().keepLimit();
}

void BridgePolicy::command(int slot, const char* name) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return;
  crossing.call(ScriptCallback::command, {numberToJs(bridge_.env, slot), textToJs(bridge_.env, name)});
}

bool BridgePolicy::clientCommand(edict_t* client) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return false;
  napi_env env = bridge_.env;
  napi_value index = numberToJs(env, bridge_.core->engine()->pfnIndexOfEdict(client));
  return resultOr(env, crossing.call(ScriptCallback::clientCommand, {index}), false);
}

void BridgePolicy::spawnEntity(int slot, const char* className, edict_t* entity) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return;
  napi_env env = bridge_.env;
  napi_value index = numberToJs(env, bridge_.core->engine()->pfnIndexOfEdict(entity));
  crossing.call(ScriptCallback::spawnEntity, {numberToJs(env, slot), textToJs(env, className), index});
}

int BridgePolicy::loadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, void** handle) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return kRefused;
  napi_env env = bridge_.env;
  napi_value result = crossing.call(ScriptCallback::loadPlugin,
                                    {numberToJs(env, callerSlot), textToJs(env, cmdline), numberToJs(env, now)});
  const int slot = resultOr(env, result, 0);
  if (handle) *handle = bridge_.core->handleOf(slot);
  return slot ? kDone : kRefused;
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
  const int slot = bridge_.core->slotOfHandle(handle);
  // A plugin may be named by its number in `meta list`, which is its slot.
  return slot ? unloadPlugin(callerSlot, std::to_string(slot).c_str(), now, reason) : kRefused;
}

int BridgePolicy::stubQueried(const char* source, const char* stubPath) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return 0;
  napi_env env = bridge_.env;
  return resultOr(env, crossing.call(ScriptCallback::stubQueried, {textToJs(env, source), textToJs(env, stubPath)}), 0);
}

bool BridgePolicy::stubAttached(int slot, PLUG_LOADTIME now) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return false;
  napi_env env = bridge_.env;
  napi_value result = crossing.call(ScriptCallback::stubAttached, {numberToJs(env, slot), numberToJs(env, now)});
  return resultOr(env, result, false);
}

bool BridgePolicy::stubDetached(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return false;
  napi_env env = bridge_.env;
  napi_value result = crossing.call(ScriptCallback::stubDetached,
                                    {numberToJs(env, slot), numberToJs(env, now), numberToJs(env, reason)});
  return resultOr(env, result, false);
}

MessageAnswer BridgePolicy::userMessage(WholeMessage& message) {
  Crossing crossing(bridge_);
  if (!crossing.entered()) return MessageAnswer::Same;
  napi_value given = messageToJs(bridge_, message);
  napi_value answer = given ? crossing.call(ScriptCallback::userMessage, {given}) : nullptr;
  if (!answer) return MessageAnswer::Same;
  crossing.mayThrow();
  return answerFromJs(bridge_, given, answer, message);
}

bool BridgePolicy::frameStarted(const void* frame) {
  if (!bridge_.gameStack.isCurrent() || !bridge_.wasLeft(frame)) return true;
  bridge_.core->engine()->pfnServerPrint(
      "[META] ERROR: the engine left a call of JavaScript's and did not come back, as it does for an error of the map or the "
      "game; JavaScript cannot go on, and TypeScript plugins are gone until the server is started again\n");
  forsakeSession(bridge_);
  return false;
}

bool BridgePolicy::takeHasRun() { return std::exchange(bridge_.hasRun, false); }

Standing BridgePolicy::standing() const { return bridge_.position.place().standing; }

void BridgePolicy::log(const char* line) { bridge_.log(line); }

}  // namespace mm::node
