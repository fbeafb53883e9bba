// The arguments of one of the Bridge's own functions (those of packages/sdk/src/raw/bridge.ts), read one after another.
// A wrong one leaves an exception pending and is remembered, so that a function reads all it wants and then asks once.
#pragma once

#include <array>
#include <string>

#include "node/bridge.h"

namespace mm::node {

class Arguments {
 public:
  Arguments(napi_env env, napi_callback_info info);

  // Whether everything read so far was good. Nothing may be done before this said yes.
  bool good() const { return good_; }
  napi_env env() const { return env_; }
  Bridge& bridge() const { return theBridge; }
  Core& core() const { return *theBridge.core; }
  const char* place() const { return place_; }

  napi_value value();
  int integer(const char* what, int least, int most);
  int slot() { return integer("slot", 1, kMaxPlugins); }
  // 0 stands for the loader itself, which has a command and cvars too.
  int ownerSlot() { return integer("slot", 0, kMaxPlugins); }
  bool boolean(const char* what);
  std::string text(const char* what);
  // Null for JavaScript's null as well as for a wrong argument.
  edict_t* entity(const char* what);

  // For readers elsewhere that left an exception pending themselves.
  void fail() { good_ = false; }
  napi_value refuse(Complaint kind, const std::string& why);

 private:
  double number(const char* what);

  static constexpr std::size_t kMost = 5;
  napi_env env_;
  const char* place_ = "";  // the function's name
  std::array<napi_value, kMost> values_{};
  std::size_t next_ = 0;
  bool good_ = false;
};

enum class Needs { Nothing, Core, Engine };

// Makes sure the core (or the engine behind it) is there before the function runs.
bool isReady(Arguments& in, Needs needs);

// Turns a function over Arguments into what N-API calls.
template <napi_value (*function)(Arguments&), Needs needs>
napi_value method(napi_env env, napi_callback_info info) {
  Arguments in(env, info);
  if (!in.good() || !isReady(in, needs)) return nullptr;
  return function(in);
}

// One property of the Bridge object. The name travels as the function's data, for error texts.
template <napi_value (*function)(Arguments&), Needs needs = Needs::Core>
napi_property_descriptor describeMethod(const char* name) {
  return {name, nullptr, method<function, needs>, nullptr, nullptr, nullptr, napi_enumerable, const_cast<char*>(name)};
}

}  // namespace mm::node
