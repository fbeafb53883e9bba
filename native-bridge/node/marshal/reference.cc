#include "node/marshal/reference.h"

namespace mm::node {

static std::size_t itemSize(napi_typedarray_type type) {
  switch (type) {
    case napi_int16_array:
    case napi_uint16_array: return 2;
    case napi_int32_array:
    case napi_uint32_array:
    case napi_float32_array: return 4;
    case napi_float64_array:
    case napi_bigint64_array:
    case napi_biguint64_array: return 8;
    default: return 1;
  }
}

bool bytesFromJs(napi_env env, napi_value value, std::string_view place, std::byte*& data, std::size_t& size) {
  bool isArray = false;
  if (!check(env, napi_is_typedarray(env, value, &isArray))) return false;
  if (!isArray) {
    complain(env, Complaint::Type, place, "expected a Uint8Array or Int32Array, got " + describe(env, value));
    return false;
  }
  napi_typedarray_type type{};
  std::size_t length = 0;
  void* start = nullptr;
  if (!check(env, napi_get_typedarray_info(env, value, &type, &length, &start, nullptr, nullptr))) return false;
  data = static_cast<std::byte*>(start);
  size = length * itemSize(type);
  return true;
}

}  // namespace mm::node
