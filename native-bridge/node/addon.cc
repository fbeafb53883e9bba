// The module that `require('metamod_node.node')` gives: one Bridge object. A process has one Bridge and it belongs to
// one Node environment, since the engine's hooks lead to one place.
#include "node/bridge.h"
#include "node/methods.h"
#include "node/session.h"
#include "node/watchdog.h"

namespace mm::node {
namespace {

// Node is going: JavaScript can be entered no more, but an engine may go on calling hooks until the process ends.
void forgetEnvironment(void*) {
  Bridge& bridge = theBridge;
  Watchdog::instance().close();
  bridge.forgetNode();
  // When the process exits from inside a hook, the core is still in use further up the stack; it dies with the process.
  if (bridge.running == 0) closeSession(bridge);
}

bool makeScratch(Bridge& bridge, napi_value exports) {
  void* data = nullptr;
  napi_value buffer = nullptr;
  if (!check(bridge.env, napi_create_arraybuffer(bridge.env, kScratchSize, &data, &buffer))) return false;
  if (!check(bridge.env, napi_create_reference(bridge.env, buffer, 1, &bridge.scratch.buffer))) return false;
  // SAFETY: the reference keeps the buffer, and an ArrayBuffer's memory does not move.
  bridge.scratch.data = static_cast<std::byte*>(data);
  bridge.scratch.top = 0;
  return setProperty(bridge.env, exports, "scratch", buffer);
}

bool fillExports(Bridge& bridge, napi_value exports) {
  Methods methods;
  addControlMethods(methods);
  addFrameMethods(methods);
  addEngineMethods(methods);
  addRegistryMethods(methods);
  addGuestMethods(methods);
  addUtilMethods(methods);
  addMessageMethods(methods);
  addWatchdogMethods(methods);
  return makeScratch(bridge, exports) &&
         setProperty(bridge.env, exports, "wordSize", numberToJs(bridge.env, 8 * sizeof(void*))) &&
         check(bridge.env, napi_define_properties(bridge.env, exports, methods.size(), methods.data()));
}

}  // namespace

napi_value start(napi_env env, napi_value exports) {
  Bridge& bridge = theBridge;
  if (bridge.env && bridge.env != env) {
    return complain(env, Complaint::Error, "metamod_node",
                    "in use by another thread of this process; only the thread that runs the game may load it");
  }
  if (bridge.exports) {
    napi_value existing = nullptr;
    return check(env, napi_get_reference_value(env, bridge.exports, &existing)) ? existing : nullptr;
  }
  bridge.env = env;
  bridge.gameStack.take();
  if (!check(env, napi_add_env_cleanup_hook(env, forgetEnvironment, nullptr))) return nullptr;
  if (!fillExports(bridge, exports)) return nullptr;
  check(env, napi_create_reference(env, exports, 1, &bridge.exports));
  return exports;
}

}  // namespace mm::node

NAPI_MODULE_INIT() { return mm::node::start(env, exports); }
