// Metamod's utility functions for script plugins: the same functions that native plugins get, each called with the PLID
// of the plugin that asks.
#include <algorithm>

#include "node/arguments.h"
#include "node/methods.h"

namespace mm::node {
namespace {

// Null, with an exception pending, for a slot that holds no queried plugin.
plid_t readPlugin(Arguments& in) {
  const int slot = in.slot();
  if (!in.good()) return nullptr;
  const plugin_info_t* info = in.core().info(slot);
  if (!info) in.refuse(Complaint::Range, "no plugin in slot " + std::to_string(slot));
  return info;
}

const mutil_funcs_t& util(Arguments& in) { return *in.core().util(); }

using Log = void (*)(plid_t, const char*, ...);

template <Log mutil_funcs_t::*function>
napi_value log(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const std::string text = in.text("text");
  if (in.good()) (util(in).*function)(plugin, "%s", text.c_str());
  return nullptr;
}

// Converting a double that does not fit is undefined. NaN becomes the lower bound.
double bounded(double number, double least, double most) {
  return number > least ? std::min(number, most) : least;
}

// The members of hudtextparms_t in their order, as JavaScript lists them.
hudtextparms_t hudTextFrom(const double* n) {
  const auto color = [n](int i) { return static_cast<byte>(bounded(n[i], 0, 255)); };
  const auto small = [n](int i) { return static_cast<int>(bounded(n[i], -1, 255)); };
  const auto real = [n](int i) { return static_cast<float>(n[i]); };
  return {real(0),  real(1),  small(2), color(3),  color(4),  color(5),  color(6),  color(7),
          color(8), color(9), color(10), real(11), real(12), real(13), real(14), small(15)};
}

constexpr std::size_t kHudTextMembers = 16;

const double* readHudText(Arguments& in, napi_value given) {
  napi_typedarray_type type{};
  std::size_t length = 0;
  void* data = nullptr;
  const bool good = napi_get_typedarray_info(in.env(), given, &type, &length, &data, nullptr, nullptr) == napi_ok &&
                    type == napi_float64_array && length == kHudTextMembers;
  if (good) return static_cast<const double*>(data);
  in.refuse(Complaint::Type, "parms must be a Float64Array of 16 numbers or null");
  return nullptr;
}

napi_value centerSay(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const std::string text = in.text("text");
  napi_value parms = in.value();
  if (!in.good()) return nullptr;
  if (isNullish(in.env(), parms)) {
    util(in).pfnCenterSay(plugin, "%s", text.c_str());
  } else if (const double* numbers = readHudText(in, parms)) {
    util(in).pfnCenterSayParms(plugin, hudTextFrom(numbers), "%s", text.c_str());
  }
  return nullptr;
}

napi_value callGameEntity(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const std::string className = in.text("className");
  edict_t* entity = in.entity("entityIndex");
  if (!in.good()) return nullptr;
  if (!entity) return in.refuse(Complaint::Range, "entityIndex must name an entity, got -1");
  return boolToJs(in.env(), util(in).pfnCallGameEntity(plugin, className.c_str(), &entity->v) != 0);
}

napi_value userMessageId(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const std::string name = in.text("name");
  if (!in.good()) return nullptr;
  int size = 0;
  const int id = util(in).pfnGetUserMsgID(plugin, name.c_str(), &size);
  napi_value result = nullptr;
  if (id == 0) return nullToJs(in.env());
  if (!check(in.env(), napi_create_object(in.env(), &result))) return nullptr;
  setProperty(in.env(), result, "id", numberToJs(in.env(), id));
  setProperty(in.env(), result, "size", numberToJs(in.env(), size));
  return result;
}

napi_value userMessageName(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const int id = in.integer("id", 0, 255);
  if (!in.good()) return nullptr;
  int size = 0;
  const char* name = util(in).pfnGetUserMsgName(plugin, id, &size);
  napi_value result = nullptr;
  if (!name) return nullToJs(in.env());
  if (!check(in.env(), napi_create_object(in.env(), &result))) return nullptr;
  setProperty(in.env(), result, "name", textToJs(in.env(), name));
  setProperty(in.env(), result, "size", numberToJs(in.env(), size));
  return result;
}

napi_value gameInfo(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const int tag = in.integer("tag", GINFO_NAME, GINFO_REALDLL_FULLPATH);
  return in.good() ? textToJs(in.env(), util(in).pfnGetGameInfo(plugin, static_cast<ginfo_t>(tag))) : nullptr;
}

napi_value queriedCvar(Arguments& in) {
  plid_t plugin = readPlugin(in);
  const edict_t* entity = in.entity("entityIndex");
  return in.good() ? textToJs(in.env(), util(in).pfnIsQueryingClientCvar(plugin, entity)) : nullptr;
}

napi_value makeRequestId(Arguments& in) {
  plid_t plugin = readPlugin(in);
  return in.good() ? numberToJs(in.env(), util(in).pfnMakeRequestId(plugin)) : nullptr;
}

}  // namespace

void addUtilMethods(Methods& methods) {
  methods.push_back(describeMethod<log<&mutil_funcs_t::pfnLogConsole>, Needs::Engine>("logConsole"));
  methods.push_back(describeMethod<log<&mutil_funcs_t::pfnLogMessage>, Needs::Engine>("logMessage"));
  methods.push_back(describeMethod<log<&mutil_funcs_t::pfnLogError>, Needs::Engine>("logError"));
  methods.push_back(describeMethod<log<&mutil_funcs_t::pfnLogDeveloper>, Needs::Engine>("logDeveloper"));
  methods.push_back(describeMethod<centerSay, Needs::Engine>("centerSay"));
  methods.push_back(describeMethod<callGameEntity, Needs::Engine>("callGameEntity"));
  methods.push_back(describeMethod<userMessageId, Needs::Engine>("userMessageId"));
  methods.push_back(describeMethod<userMessageName, Needs::Engine>("userMessageName"));
  methods.push_back(describeMethod<gameInfo, Needs::Engine>("gameInfo"));
  methods.push_back(describeMethod<queriedCvar, Needs::Engine>("queriedCvar"));
  methods.push_back(describeMethod<makeRequestId, Needs::Engine>("makeRequestId"));
}

}  // namespace mm::node
