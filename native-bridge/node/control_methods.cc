// Opening and closing, plugins and their hooks: the Bridge's functions that move the core's mechanism.
#include "node/arguments.h"
#include "node/calls.h"
#include "node/methods.h"
#include "node/session.h"

namespace mm::node {
namespace {

napi_value open(Arguments& in) {
  const std::string corePath = in.text("corePath");
  napi_value callbacks = in.value();
  napi_valuetype type = napi_undefined;
  if (!in.good() || !check(in.env(), napi_typeof(in.env(), callbacks, &type))) return nullptr;
  if (type != napi_object) {
    return in.refuse(Complaint::Type, "callbacks must be an object, got " + describe(in.env(), callbacks));
  }
  if (in.bridge().core) return in.refuse(Complaint::Error, "the bridge is open already; close it first");
  openSession(in.bridge(), corePath, callbacks);
  return nullptr;
}

napi_value close(Arguments& in) {
  Bridge& bridge = in.bridge();
  if (bridge.running > 0) {
    return in.refuse(Complaint::Error,
                     "a hook or an engine call is still running; close the bridge when the engine has stopped");
  }
  closeSession(bridge);
  return nullptr;
}

napi_value finish(Arguments& in, const Outcome& outcome) {
  // The reason is a whole sentence; whoever called knows the plugin and adds its name.
  if (!outcome.ok) check(in.env(), napi_throw_error(in.env(), nullptr, outcome.reason.c_str()));
  return nullptr;
}

PLUG_LOADTIME readTime(Arguments& in, const char* what) {
  return static_cast<PLUG_LOADTIME>(in.integer(what, PT_NEVER, PT_ANYPAUSE));
}

napi_value loadGameDll(Arguments& in) {
  const std::string path = in.text("path");
  return in.good() ? finish(in, in.core().loadGameDll(path.c_str())) : nullptr;
}

napi_value gameDllPath(Arguments& in) { return textToJs(in.env(), in.core().gameDllPath()); }

napi_value addNative(Arguments& in) {
  const int slot = in.slot();
  if (!in.good()) return nullptr;
  in.core().addNative(slot);
  return nullptr;
}

std::string readField(Arguments& in, napi_value object, const char* name) {
  napi_value value = nullptr;
  std::string text;
  if (check(in.env(), napi_get_named_property(in.env(), object, name, &value))) {
    if (textFromJs(in.env(), value, in.place(), name, text)) return text;
  }
  in.fail();
  return text;
}

PLUG_LOADTIME readTimeField(Arguments& in, napi_value object, const char* name) {
  napi_value value = nullptr;
  int32_t time = -1;
  if (!check(in.env(), napi_get_named_property(in.env(), object, name, &value))) {
    in.fail();
  } else if (napi_get_value_int32(in.env(), value, &time) != napi_ok || time < PT_NEVER || time > PT_ANYPAUSE) {
    in.refuse(Complaint::Type, std::string(name) + " must be a load time 0..4, got " + describe(in.env(), value));
  }
  return static_cast<PLUG_LOADTIME>(time);
}

napi_value addScript(Arguments& in) {
  const int slot = in.slot();
  napi_value given = in.value();
  napi_value path = in.value();
  if (!in.good()) return nullptr;
  ScriptInfo info{};
  if (!isNullish(in.env(), path) && !textFromJs(in.env(), path, in.place(), "path", info.path)) return nullptr;
  struct Field {
    const char* name;
    std::string ScriptInfo::*member;
  };
  static constexpr Field kFields[] = {
      {"interfaceVersion", &ScriptInfo::interfaceVersion},
      {"name", &ScriptInfo::name},
      {"version", &ScriptInfo::version},
      {"date", &ScriptInfo::date},
      {"author", &ScriptInfo::author},
      {"url", &ScriptInfo::url},
      {"logTag", &ScriptInfo::logTag},
  };
  for (const Field& field : kFields) {
    if (in.good()) info.*field.member = readField(in, given, field.name);
  }
  if (in.good()) info.loadable = readTimeField(in, given, "loadable");
  if (in.good()) info.unloadable = readTimeField(in, given, "unloadable");
  if (!in.good()) return nullptr;
  in.core().addScript(slot, info);
  return nullptr;
}

napi_value openNative(Arguments& in) {
  const int slot = in.slot();
  const std::string path = in.text("path");
  return in.good() ? finish(in, in.core().open(slot, path.c_str())) : nullptr;
}

napi_value infoToJs(napi_env env, const plugin_info_t& info) {
  const auto text = [env](const char* given) { return textToJs(env, given ? given : ""); };
  napi_value result = nullptr;
  if (!check(env, napi_create_object(env, &result))) return nullptr;
  setProperty(env, result, "interfaceVersion", text(info.ifvers));
  setProperty(env, result, "name", text(info.name));
  setProperty(env, result, "version", text(info.version));
  setProperty(env, result, "date", text(info.date));
  setProperty(env, result, "author", text(info.author));
  setProperty(env, result, "url", text(info.url));
  setProperty(env, result, "logTag", text(info.logtag));
  setProperty(env, result, "loadable", numberToJs(env, info.loadable));
  setProperty(env, result, "unloadable", numberToJs(env, info.unloadable));
  return result;
}

napi_value queryNative(Arguments& in) {
  const int slot = in.slot();
  if (!in.good()) return nullptr;
  const Outcome outcome = in.core().query(slot);
  const plugin_info_t* info = outcome.ok ? in.core().info(slot) : nullptr;
  return info ? infoToJs(in.env(), *info) : finish(in, outcome);
}

napi_value attachNative(Arguments& in) {
  const int slot = in.slot();
  const PLUG_LOADTIME now = readTime(in, "now");
  return in.good() ? finish(in, in.core().attach(slot, now)) : nullptr;
}

napi_value detachNative(Arguments& in) {
  const int slot = in.slot();
  const PLUG_LOADTIME now = readTime(in, "now");
  const auto reason = static_cast<PL_UNLOAD_REASON>(in.integer("reason", PNL_NULL, PNL_RELOAD));
  return in.good() ? finish(in, in.core().detach(slot, now, reason)) : nullptr;
}

napi_value setRunning(Arguments& in) {
  const int slot = in.slot();
  const bool running = in.boolean("running");
  if (in.good()) in.core().setRunning(slot, running);
  return nullptr;
}

napi_value removePlugin(Arguments& in) {
  const int slot = in.slot();
  if (in.good()) in.core().remove(slot);
  return nullptr;
}

napi_value setHook(Arguments& in) {
  const int slot = in.slot();
  const FunctionId function = in.integer("functionId", 0, kFunctionCount - 1);
  const auto phase = static_cast<Phase>(in.integer("phase", kPre, kPost));
  const bool on = in.boolean("on");
  if (in.good()) in.core().setScriptHook(slot, function, phase, on);
  return nullptr;
}

napi_value hookCount(Arguments& in) {
  const int slot = in.slot();
  return in.good() ? numberToJs(in.env(), in.core().hookCount(slot)) : nullptr;
}

napi_value bind(Arguments& in) {
  const FunctionId function = in.integer("functionId", 0, kFunctionCount - 1);
  const std::string target = in.text("target");
  if (!in.good()) return nullptr;
  if (target != "real" && target != "hooked") {
    return in.refuse(Complaint::Type, "target must be 'real' or 'hooked', got '" + target + "'");
  }
  return bindFunction(in.env(), function, target == "hooked");
}

}  // namespace

void addControlMethods(Methods& methods) {
  methods.push_back(describeMethod<open, Needs::Nothing>("open"));
  methods.push_back(describeMethod<close, Needs::Nothing>("close"));
  methods.push_back(describeMethod<loadGameDll>("loadGameDll"));
  methods.push_back(describeMethod<gameDllPath>("gameDllPath"));
  methods.push_back(describeMethod<addNative>("addNative"));
  methods.push_back(describeMethod<addScript>("addScript"));
  methods.push_back(describeMethod<openNative>("openNative"));
  methods.push_back(describeMethod<queryNative>("queryNative"));
  methods.push_back(describeMethod<attachNative>("attachNative"));
  methods.push_back(describeMethod<detachNative>("detachNative"));
  methods.push_back(describeMethod<setRunning>("setRunning"));
  methods.push_back(describeMethod<removePlugin>("removePlugin"));
  methods.push_back(describeMethod<setHook>("setHook"));
  methods.push_back(describeMethod<hookCount>("hookCount"));
  methods.push_back(describeMethod<bind, Needs::Nothing>("bind"));
}

}  // namespace mm::node
