// N-API in the few shapes that the bridge needs: statuses that cannot be overlooked, errors in one grammar, text and
// numbers in and out. A failure always leaves a JavaScript exception pending, so that callers only have to stop.
#pragma once

#define NAPI_VERSION 8
#include <node_api.h>

#include <string>
#include <string_view>

namespace mm::node {

// Every napi_status passes through here. False means: an exception is pending now, go no further.
bool check(napi_env env, napi_status status);

enum class Complaint { Error, Type, Range };

// `emitSound: volume must be 0..1, got 2`: place, then what is wrong. Always returns null, to be returned to
// JavaScript.
napi_value complain(napi_env env, Complaint kind, std::string_view place, std::string_view what);

// What JavaScript gave, for the end of an error text.
std::string describe(napi_env env, napi_value value);

// UTF-8 to JavaScript; invalid bytes become U+FFFD. A null pointer becomes null.
napi_value textToJs(napi_env env, const char* text);
napi_value numberToJs(napi_env env, double value);
napi_value boolToJs(napi_env env, bool value);
napi_value nullToJs(napi_env env);
napi_value undefinedToJs(napi_env env);
bool setProperty(napi_env env, napi_value object, const char* name, napi_value value);

// JavaScript's text as UTF-8, of any length; lone surrogates become U+FFFD. A NUL inside would silently end the text in
// C, so it is refused.
bool textFromJs(napi_env env, napi_value value, std::string_view place, std::string_view what, std::string& out);

bool isNullish(napi_env env, napi_value value);

}  // namespace mm::node
