#include "node/session.h"

#include <dlfcn.h>

#include "node/bridge.h"
#include "node/script_hooks.h"
#include "node/watchdog.h"

namespace mm::node {
namespace {

constexpr const char* kPlace = "open";

bool fail(napi_env env, Complaint kind, const std::string& why) {
  complain(env, kind, kPlace, why);
  return false;
}

void releaseCallbacks(Bridge& bridge) {
  for (napi_ref& callback : bridge.callbacks) {
    if (callback && bridge.env) check(bridge.env, napi_delete_reference(bridge.env, callback));
    callback = nullptr;
  }
}

bool takeCallbacks(Bridge& bridge, napi_value callbacks) {
  napi_env env = bridge.env;
  for (unsigned i = 0; i < kCallbackCount; ++i) {
    napi_value function = nullptr;
    napi_valuetype type = napi_undefined;
    if (!check(env, napi_get_named_property(env, callbacks, kCallbackNames[i], &function))) return false;
    if (!check(env, napi_typeof(env, function, &type))) return false;
    if (type != napi_function) {
      const std::string which = std::string("callbacks.") + kCallbackNames[i];
      return fail(env, Complaint::Type, which + " must be a function, got " + describe(env, function));
    }
    if (!check(env, napi_create_reference(env, function, 1, &bridge.callbacks[i]))) return false;
  }
  return true;
}

bool loadCore(Bridge& bridge, const std::string& corePath) {
  using GetCore = Core* (*)(int);
  bridge.library = dlopen(corePath.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!bridge.library) {
    return fail(bridge.env, Complaint::Error, std::string("cannot load the core library: ") + dlerror());
  }
  // SAFETY: the symbol is the core's one export for us, declared in core/core.h.
  const auto getCore = reinterpret_cast<GetCore>(dlsym(bridge.library, "MetamodCore"));
  if (!getCore) {
    return fail(bridge.env, Complaint::Error, corePath + " is not the Metamod core: it exports no MetamodCore");
  }
  bridge.core = getCore(kCoreInterface);
  if (bridge.core) return true;
  return fail(bridge.env, Complaint::Error,
              corePath + " does not speak interface " + std::to_string(kCoreInterface) +
                  "; core and add-on must be of one build");
}

}  // namespace

bool openSession(Bridge& bridge, const std::string& corePath, napi_value callbacks) {
  if (!takeCallbacks(bridge, callbacks) || !loadCore(bridge, corePath)) {
    closeSession(bridge);
    return false;
  }
  bridge.dispatch = &bridge.core->dispatch();
  bridge.isEngineOurHost = bridge.core->engine() != nullptr;
  bridge.core->setPolicy(&bridge.policy);
  bridge.core->setScriptHooks(scriptHooks());
  return true;
}

namespace {

// An engine that goes on without JavaScript needs the rest of the core: its game, and the native plugins.
void leaveCore(Bridge& bridge) {
  bridge.core->setPolicy(nullptr);
  if (bridge.isEngineOurHost) {
    bridge.core->removeScripts();
    bridge.core->setScriptHooks(nullptr);
  } else {
    bridge.core->reset();
  }
}

}  // namespace

void closeSession(Bridge& bridge) {
  Watchdog::instance().close();
  if (bridge.core) leaveCore(bridge);
  bridge.entities.unmap(bridge);
  bridge.mappings.clear(bridge);
  releaseCallbacks(bridge);
  bridge.structTexts.clear();
  bridge.answeredTexts.clear();
  bridge.loggedOnce.clear();
  bridge.dispatch = nullptr;
  bridge.core = nullptr;
  if (bridge.library) dlclose(bridge.library);
  bridge.library = nullptr;
  bridge.isEngineOurHost = false;
}

// Not even what watches V8 is taken back from it.
void forsakeSession(Bridge& bridge) {
  Watchdog::instance().forsake();
  bridge.forgetNode();
  bridge.innermost = nullptr;
  bridge.nestedHooks = 0;
  bridge.running = 0;
  bridge.position.leave({});
  closeSession(bridge);
}

}  // namespace mm::node
