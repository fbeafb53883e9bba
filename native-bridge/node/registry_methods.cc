// Server commands, cvars and entity classes of script plugins, which the core owns so that they outlive a plugin safely;
// and what all plugins and the game registered.
#include "node/arguments.h"
#include "node/methods.h"
#include "node/pointer.h"

namespace mm::node {
namespace {

napi_value addCommand(Arguments& in) {
  const int slot = in.ownerSlot();
  const std::string name = in.text("name");
  return in.good() ? boolToJs(in.env(), in.core().addScriptCommand(slot, name.c_str())) : nullptr;
}

napi_value removeCommand(Arguments& in) {
  const int slot = in.ownerSlot();
  const std::string name = in.text("name");
  if (in.good()) in.core().removeScriptCommand(slot, name.c_str());
  return nullptr;
}

napi_value claimUserMessage(Arguments& in) {
  const int slot = in.slot();
  const std::string name = in.text("name");
  const int size = in.integer("size", INT32_MIN, INT32_MAX);
  const int id = in.integer("id", INT32_MIN, INT32_MAX);
  if (in.good()) in.core().claimUserMessage(slot, name.c_str(), size, id);
  return nullptr;
}

napi_value addCvar(Arguments& in) {
  const int slot = in.ownerSlot();
  const std::string name = in.text("name");
  const std::string value = in.text("value");
  const int flags = in.integer("flags", INT32_MIN, INT32_MAX);
  if (!in.good()) return nullptr;
  const cvar_t* cvar = in.core().addCvar(slot, name.c_str(), value.c_str(), flags);
  if (!cvar) return in.refuse(Complaint::Error, "the server has no place for '" + name + "'; the line above in its log says why");
  return pointerToJs(in.bridge(), cvar, tag::PointerType::cvar, 0);
}

napi_value addEntityClass(Arguments& in) {
  const int slot = in.slot();
  const std::string className = in.text("className");
  return in.good() ? boolToJs(in.env(), in.core().addEntityClass(slot, className.c_str())) : nullptr;
}

napi_value removeEntityClass(Arguments& in) {
  const int slot = in.slot();
  const std::string className = in.text("className");
  if (in.good()) in.core().removeEntityClass(slot, className.c_str());
  return nullptr;
}

// An array of what `toJs` makes of each entry.
template <class Entry, class ToJs>
napi_value listToJs(napi_env env, const std::vector<Entry>& entries, const ToJs& toJs) {
  napi_value list = nullptr;
  if (!check(env, napi_create_array_with_length(env, entries.size(), &list))) return nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    check(env, napi_set_element(env, list, static_cast<uint32_t>(i), toJs(entries[i])));
  }
  return list;
}

// An object with the members that `fill` gives it.
template <class Fill>
napi_value objectToJs(napi_env env, const Fill& fill) {
  napi_value object = nullptr;
  if (check(env, napi_create_object(env, &object))) fill(object);
  return object;
}

napi_value pluginName(Arguments& in) {
  const int slot = in.slot();
  if (!in.good()) return nullptr;
  const plugin_info_t* const info = in.core().info(slot);
  return textToJs(in.env(), info && info->name ? info->name : "");
}

napi_value commands(Arguments& in) {
  napi_env env = in.env();
  return listToJs(env, in.core().commands(), [env](const RegisteredCommand& command) {
    return objectToJs(env, [&](napi_value object) {
      setProperty(env, object, "name", textToJs(env, command.name.c_str()));
      setProperty(env, object, "slot", numberToJs(env, command.slot));
      setProperty(env, object, "isAlive", boolToJs(env, command.isAlive));
    });
  });
}

napi_value cvars(Arguments& in) {
  napi_env env = in.env();
  return listToJs(env, in.core().cvars(), [env](const RegisteredCvar& cvar) {
    return objectToJs(env, [&](napi_value object) {
      setProperty(env, object, "name", textToJs(env, cvar.cvar->name));
      setProperty(env, object, "string", textToJs(env, cvar.cvar->string ? cvar.cvar->string : ""));
      setProperty(env, object, "value", numberToJs(env, cvar.cvar->value));
      setProperty(env, object, "flags", numberToJs(env, cvar.cvar->flags));
      setProperty(env, object, "slot", numberToJs(env, cvar.slot));
      setProperty(env, object, "isAlive", boolToJs(env, cvar.isAlive));
    });
  });
}

napi_value userMessages(Arguments& in) {
  napi_env env = in.env();
  return listToJs(env, in.core().userMessages(), [env](const RegisteredMessage& message) {
    return objectToJs(env, [&](napi_value object) {
      setProperty(env, object, "name", textToJs(env, message.name.c_str()));
      setProperty(env, object, "id", numberToJs(env, message.id));
      setProperty(env, object, "size", numberToJs(env, message.size));
      setProperty(env, object, "slot", numberToJs(env, message.slot));
    });
  });
}

napi_value hookedFunctions(Arguments& in) {
  const int slot = in.slot();
  napi_env env = in.env();
  if (!in.good()) return nullptr;
  return listToJs(env, in.core().hookedFunctions(slot), [env](int hook) { return numberToJs(env, hook); });
}

napi_value findGameDll(Arguments& in) {
  const std::string named = in.text("named");
  const bool autodetect = in.boolean("autodetect");
  napi_env env = in.env();
  if (!in.good()) return nullptr;
  const FoundGame found = in.core().findGameDll(named.c_str(), autodetect);
  return objectToJs(env, [&](napi_value object) {
    setProperty(env, object, "path", textToJs(env, found.path.c_str()));
    setProperty(env, object, "source", textToJs(env, found.source.c_str()));
    setProperty(env, object, "tried", listToJs(env, found.tried, [env](const std::string& line) {
                  return textToJs(env, line.c_str());
                }));
  });
}

napi_value localInfo(Arguments& in) {
  const std::string key = in.text("key");
  return in.good() ? textToJs(in.env(), in.core().localInfo(key.c_str()).c_str()) : nullptr;
}

napi_value describeGame(Arguments& in) {
  const int tag = in.integer("tag", GINFO_NAME, GINFO_REALDLL_FULLPATH);
  return in.good() ? textToJs(in.env(), in.core().gameInfo(static_cast<ginfo_t>(tag)).c_str()) : nullptr;
}

}  // namespace

void addRegistryMethods(Methods& methods) {
  methods.push_back(describeMethod<addCommand, Needs::Engine>("addCommand"));
  methods.push_back(describeMethod<removeCommand, Needs::Engine>("removeCommand"));
  methods.push_back(describeMethod<claimUserMessage, Needs::Engine>("claimUserMessage"));
  methods.push_back(describeMethod<addCvar, Needs::Engine>("addCvar"));
  methods.push_back(describeMethod<addEntityClass, Needs::Engine>("addEntityClass"));
  methods.push_back(describeMethod<removeEntityClass>("removeEntityClass"));
  methods.push_back(describeMethod<pluginName>("pluginName"));
  methods.push_back(describeMethod<commands>("commands"));
  methods.push_back(describeMethod<cvars>("cvars"));
  methods.push_back(describeMethod<userMessages>("userMessages"));
  methods.push_back(describeMethod<hookedFunctions>("hookedFunctions"));
  methods.push_back(describeMethod<findGameDll, Needs::Engine>("findGameDll"));
  methods.push_back(describeMethod<localInfo, Needs::Engine>("localInfo"));
  methods.push_back(describeMethod<describeGame, Needs::Engine>("describeGame"));
}

}  // namespace mm::node
