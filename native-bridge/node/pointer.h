// Opaque pointers: objects that JavaScript may hold and give back but not look into. Each is tagged, so that a forged
// object is refused, and typed, so that one kind is never taken for another. One that was read from a hook's parameters
// is good until that hook returns, because nobody promises that the thing behind it lives longer.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/tags.h"
#include "node/js.h"

namespace mm::node {

struct Bridge;

const char* nameOf(tag::PointerType type);

// Null for a null address. `frameSerial` ties the pointer to a hook; 0 ties it to nothing.
napi_value pointerToJs(Bridge& bridge, const void* address, tag::PointerType type, int32_t frameSerial);

// Null and undefined give a null address. False: an exception is pending.
bool pointerFromJs(Bridge& bridge, napi_value value, tag::PointerType wanted, std::string_view place, void*& address);

// The same for callers that take several types, and want to know which.
bool anyPointerFromJs(Bridge& bridge, napi_value value, std::string_view place, void*& address, tag::PointerType& type);

}  // namespace mm::node
