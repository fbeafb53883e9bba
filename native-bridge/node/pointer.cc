#include "node/pointer.h"

#include <string>

#include "node/bridge.h"

namespace mm::node {
namespace {

struct Box {
  void* address;
  tag::PointerType type;
  int32_t frameSerial;
};

// Any two random words do; they only have to differ from those of other add-ons.
constexpr napi_type_tag kBoxTag = {0x6d1f4c0e5a7b4b39, 0xa0c7d2e98f136b54};

constexpr const char* kNames[] = {
    "save",       "typeDescription", "file",     "delta",      "model",    "privateData", "infoBuffer",
    "cvar",       "visibility",      "sequence", "fileBuffer", "function", "baseData",    "customPointer",
};

bool isAlive(const Bridge& bridge, const Box& box) {
  return box.frameSerial == 0 || bridge.frameOfSerial(box.frameSerial) != nullptr;
}

// SAFETY: N-API calls this once, when the object that owns the box is gone.
void deleteBox(napi_env, void* data, void*) { delete static_cast<Box*>(data); }

const Box* boxFromJs(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  bool tagged = false;
  void* data = nullptr;
  if (napi_typeof(env, value, &type) != napi_ok || type != napi_object) return nullptr;
  if (napi_check_object_type_tag(env, value, &kBoxTag, &tagged) != napi_ok || !tagged) return nullptr;
  if (napi_unwrap(env, value, &data) != napi_ok) return nullptr;
  // SAFETY: the tag is ours, and we put it only on objects that wrap a Box.
  return static_cast<const Box*>(data);
}

}  // namespace

const char* nameOf(tag::PointerType type) { return kNames[static_cast<int>(type)]; }

napi_value pointerToJs(Bridge& bridge, const void* address, tag::PointerType type, int32_t frameSerial) {
  napi_env env = bridge.env;
  if (!address) return nullToJs(env);
  napi_value object = nullptr;
  if (!check(env, napi_create_object(env, &object))) return nullptr;
  const napi_property_descriptor typeProperty = {
      "type", nullptr, nullptr, nullptr, nullptr, textToJs(env, nameOf(type)), napi_enumerable, nullptr};
  if (!check(env, napi_define_properties(env, object, 1, &typeProperty))) return nullptr;
  if (!check(env, napi_type_tag_object(env, object, &kBoxTag))) return nullptr;
  auto* box = new Box{const_cast<void*>(address), type, frameSerial};
  if (!check(env, napi_wrap(env, object, box, deleteBox, nullptr, nullptr))) {
    delete box;
    return nullptr;
  }
  return object;
}

bool anyPointerFromJs(Bridge& bridge, napi_value value, std::string_view place, void*& address,
                      tag::PointerType& type) {
  const Box* box = boxFromJs(bridge.env, value);
  if (!box) {
    complain(bridge.env, Complaint::Type, place, "expected a Pointer, got " + describe(bridge.env, value));
    return false;
  }
  if (!isAlive(bridge, *box)) {
    const std::string which = std::string("the Pointer of type ") + nameOf(box->type);
    complain(bridge.env, Complaint::Error, place, which + " was lent for the time of a hook that has returned");
    return false;
  }
  address = box->address;
  type = box->type;
  return true;
}

bool pointerFromJs(Bridge& bridge, napi_value value, tag::PointerType wanted, std::string_view place, void*& address) {
  address = nullptr;
  if (isNullish(bridge.env, value)) return true;
  tag::PointerType type{};
  const Box* box = boxFromJs(bridge.env, value);
  if (box && box->type == wanted) return anyPointerFromJs(bridge, value, place, address, type);
  const std::string got = box ? std::string("one of type ") + nameOf(box->type) : describe(bridge.env, value);
  complain(bridge.env, Complaint::Type, place,
           std::string("expected a Pointer of type ") + nameOf(wanted) + ", got " + got);
  return false;
}

}  // namespace mm::node
