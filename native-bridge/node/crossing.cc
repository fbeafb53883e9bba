#include "node/crossing.h"

#include <cstdio>
#include <string>

#include "node/bridge.h"
#include "node/watchdog.h"

namespace mm::node {

const char* const kCallbackNames[kCallbackCount] = {
    "dispatch",   "boot",         "mapStarted", "mapEnded",    "shutdown",     "command",      "clientCommand", "spawnEntity",
    "loadPlugin", "unloadPlugin", "log",        "stubQueried", "stubAttached", "stubDetached", "userMessage",   "memory",
    "mapped",     "overran",      "stalled",
};

namespace {

// The stack where there is one, else the value as text.
std::string textOfError(napi_env env, napi_value error) {
  napi_value text = nullptr;
  napi_valuetype type = napi_undefined;
  if (napi_typeof(env, error, &type) == napi_ok && type == napi_object) {
    if (napi_get_named_property(env, error, "stack", &text) != napi_ok) text = nullptr;
    if (text && napi_typeof(env, text, &type) == napi_ok && type == napi_string) error = text;
  }
  std::size_t length = 0;
  if (napi_coerce_to_string(env, error, &text) != napi_ok) return "an error that cannot be shown";
  if (napi_get_value_string_utf8(env, text, nullptr, 0, &length) != napi_ok) return "an error that cannot be shown";
  std::string message(length, '\0');
  napi_get_value_string_utf8(env, text, message.data(), length + 1, &length);
  return message;
}

void reportPending(Bridge& bridge, const char* place) {
  bool pending = false;
  napi_value error = nullptr;
  if (napi_is_exception_pending(bridge.env, &pending) != napi_ok || !pending) return;
  if (napi_get_and_clear_last_exception(bridge.env, &error) != napi_ok) return;
  const std::string message = textOfError(bridge.env, error);
  // Showing an error may throw in its turn (a getter named `stack`); that one has nothing more to tell.
  if (napi_is_exception_pending(bridge.env, &pending) == napi_ok && pending) {
    napi_get_and_clear_last_exception(bridge.env, &error);
  }
  bridge.log(std::string("[META] ERROR: ") + place + ": " + message);
}

}  // namespace

Crossing::Crossing(Bridge& bridge) : bridge_(bridge), outer_(bridge.position.place()) {
  if (!bridge.env || !bridge.gameStack.isCurrent() || bridge.wasLeft(this)) return;
  if (napi_open_handle_scope(bridge.env, &scope_) != napi_ok) scope_ = nullptr;
  if (!scope_) return;
  ++bridge.running;
  if (outer_.standing == Standing::Outside) bridge.outermost = this;
  bridge.position.enterScript();
  bridge.hasRun = true;
  // Between two maps the engine may have moved or freed its entities; JavaScript must not read where they were.
  if (bridge.core && !bridge.entities.isSettled()) [[unlikely]] bridge.entities.refresh(bridge);
  if (bridge.attention.load(std::memory_order_relaxed) && outer_.standing == Standing::Outside) [[unlikely]] {
    Watchdog::instance().attend();
  }
}

Crossing::~Crossing() {
  if (!scope_) return;
  if (bridge_.attention.load(std::memory_order_relaxed)) [[unlikely]] leaveWatched();
  --bridge_.running;
  bridge_.position.leave(outer_);
  if (!clean_) reportPending(bridge_, kCallbackNames[static_cast<unsigned>(callback_)]);
  napi_close_handle_scope(bridge_.env, scope_);
}

// A hook's own frame begins where the SDK put the frames of its calls before the hook ran.
void Crossing::leaveWatched() {
  const bool isHook = bridge_.innermost && callback_ == ScriptCallback::dispatch;
  wasEnded_ = Watchdog::instance().leave(isHook ? bridge_.innermost->offset() : bridge_.scratch.top);
  if (wasEnded_) clean_ = true;
}

napi_value Crossing::call(ScriptCallback callback, std::initializer_list<napi_value> arguments) {
  callback_ = callback;
  napi_env env = bridge_.env;
  napi_ref reference = bridge_.callbacks[static_cast<unsigned>(callback)];
  napi_value function = nullptr, result = nullptr;
  // The bridge may be closed again while something still wants to be logged.
  if (!reference || !check(env, napi_get_reference_value(env, reference, &function))) return nullptr;
  // No callback looks at its `this`, so the function stands in for it: to ask for undefined costs every hook 3 ns.
  if (!check(env, napi_call_function(env, function, function, arguments.size(), arguments.begin(), &result))) {
    return nullptr;
  }
  clean_ = true;
  return result;
}

// These two do not pass through check(), which would leave an exception pending where nobody is left to see it.
int resultOr(napi_env env, napi_value result, int otherwise) {
  int32_t number = 0;
  return result && napi_get_value_int32(env, result, &number) == napi_ok ? number : otherwise;
}

bool resultOr(napi_env env, napi_value result, bool otherwise) {
  bool flag = false;
  return result && napi_get_value_bool(env, result, &flag) == napi_ok ? flag : otherwise;
}

}  // namespace mm::node
