#include "node/arguments.h"

#include <cmath>

namespace mm::node {

Arguments::Arguments(napi_env env, napi_callback_info info) : env_(env) {
  void* name = nullptr;
  std::size_t count = kMost;
  good_ = check(env, napi_get_cb_info(env, info, &count, values_.data(), nullptr, &name));
  if (good_) place_ = static_cast<const char*>(name);
}

napi_value Arguments::value() { return values_[next_++]; }

napi_value Arguments::refuse(Complaint kind, const std::string& why) {
  good_ = false;
  return complain(env_, kind, place_, why);
}

double Arguments::number(const char* what) {
  napi_value given = value();
  double number = 0;
  if (!good_) return 0;
  if (napi_get_value_double(env_, given, &number) == napi_ok) return number;
  refuse(Complaint::Type, std::string(what) + " must be a number, got " + describe(env_, given));
  return 0;
}

int Arguments::integer(const char* what, int least, int most) {
  const double given = number(what);
  if (!good_) return least;
  if (given == std::trunc(given) && given >= least && given <= most) return static_cast<int>(given);
  refuse(Complaint::Range, std::string(what) + " must be an integer " + std::to_string(least) + ".." +
                               std::to_string(most) + ", got " + describe(env_, numberToJs(env_, given)));
  return least;
}

bool Arguments::boolean(const char* what) {
  napi_value given = value();
  bool flag = false;
  if (!good_) return false;
  if (napi_get_value_bool(env_, given, &flag) == napi_ok) return flag;
  refuse(Complaint::Type, std::string(what) + " must be a boolean, got " + describe(env_, given));
  return false;
}

std::string Arguments::text(const char* what) {
  napi_value given = value();
  std::string text;
  if (good_) good_ = textFromJs(env_, given, place_, what, text);
  return text;
}

edict_t* Arguments::entity(const char* what) {
  // Telling JavaScript of other memory would end in the exception that an earlier argument left pending.
  if (good_) theBridge.entities.refresh(theBridge);
  const int count = theBridge.entities.count();
  const int index = integer(what, -1, count - 1);
  return good_ ? theBridge.entities.at(theBridge, index) : nullptr;
}

bool isReady(Arguments& in, Needs needs) {
  if (needs == Needs::Nothing) return true;
  const Bridge& bridge = in.bridge();
  if (!bridge.core) {
    in.refuse(Complaint::Error, "the bridge is not open; call open first");
  } else if (needs == Needs::Engine && !bridge.core->engine()) {
    in.refuse(Complaint::Error, "no server is running");
  }
  return in.good();
}

}  // namespace mm::node
