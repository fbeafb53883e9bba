#include "node/js.h"

#include <cstdio>

namespace mm::node {

bool check(napi_env env, napi_status status) {
  if (status == napi_ok) [[likely]] return true;
  bool pending = false;
  if (napi_is_exception_pending(env, &pending) == napi_ok && pending) return false;
  const napi_extended_error_info* info = nullptr;
  napi_get_last_error_info(env, &info);
  const char* reason = info && info->error_message ? info->error_message : "unknown failure";
  // Throwing can itself fail, when the environment is being torn down; then no JavaScript is left to be told.
  if (napi_throw_error(env, nullptr, reason) != napi_ok) std::fprintf(stderr, "[META] ERROR: Node-API: %s\n", reason);
  return false;
}

napi_value complain(napi_env env, Complaint kind, std::string_view place, std::string_view what) {
  const std::string message = std::string(place).append(": ").append(what);
  switch (kind) {
    case Complaint::Error: check(env, napi_throw_error(env, nullptr, message.c_str())); break;
    case Complaint::Type: check(env, napi_throw_type_error(env, nullptr, message.c_str())); break;
    case Complaint::Range: check(env, napi_throw_range_error(env, nullptr, message.c_str())); break;
  }
  return nullptr;
}

static std::string describeNumber(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

std::string describe(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  if (!value || napi_typeof(env, value, &type) != napi_ok) return "nothing";
  double number = 0;
  switch (type) {
    case napi_undefined: return "undefined";
    case napi_null: return "null";
    case napi_boolean: return "a boolean";
    case napi_string: return "a string";
    case napi_function: return "a function";
    case napi_number: napi_get_value_double(env, value, &number); return describeNumber(number);
    default: return "an object";
  }
}

napi_value textToJs(napi_env env, const char* text) {
  if (!text) return nullToJs(env);
  napi_value value = nullptr;
  check(env, napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value));
  return value;
}

napi_value numberToJs(napi_env env, double number) {
  napi_value value = nullptr;
  check(env, napi_create_double(env, number, &value));
  return value;
}

napi_value boolToJs(napi_env env, bool flag) {
  napi_value value = nullptr;
  check(env, napi_get_boolean(env, flag, &value));
  return value;
}

napi_value nullToJs(napi_env env) {
  napi_value value = nullptr;
  check(env, napi_get_null(env, &value));
  return value;
}

napi_value undefinedToJs(napi_env env) {
  napi_value value = nullptr;
  check(env, napi_get_undefined(env, &value));
  return value;
}

bool setProperty(napi_env env, napi_value object, const char* name, napi_value value) {
  return value && check(env, napi_set_named_property(env, object, name, value));
}

bool textFromJs(napi_env env, napi_value value, std::string_view place, std::string_view what, std::string& out) {
  napi_valuetype type = napi_undefined;
  if (value && !check(env, napi_typeof(env, value, &type))) return false;
  if (type != napi_string) {
    complain(env, Complaint::Type, place, std::string(what) + " must be a string, got " + describe(env, value));
    return false;
  }
  std::size_t length = 0;
  if (!check(env, napi_get_value_string_utf8(env, value, nullptr, 0, &length))) return false;
  out.resize(length);
  // The buffer has one byte more than its size for the NUL that N-API writes and std::string keeps there.
  if (!check(env, napi_get_value_string_utf8(env, value, out.data(), length + 1, &length))) return false;
  if (out.find('\0') == std::string::npos) return true;
  complain(env, Complaint::Type, place,
           std::string(what) + " must not contain a NUL character; C would end the text there");
  return false;
}

bool isNullish(napi_env env, napi_value value) {
  if (!value) return true;
  napi_valuetype type = napi_undefined;
  return check(env, napi_typeof(env, value, &type)) && (type == napi_undefined || type == napi_null);
}

}  // namespace mm::node
