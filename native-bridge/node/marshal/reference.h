// What crosses as an object: opaque pointers, and blocks of bytes.
#pragma once

#include <cstdlib>
#include <vector>

#include "node/marshal/marshal.h"

namespace mm::node {

// C declares some pointers as `unsigned long`; both forms have a pointer's size.
template <class C>
C fromAddress(const void* address) {
  static_assert(sizeof(C) == sizeof(void*));
  return reinterpret_cast<C>(const_cast<void*>(address));
}

template <tag::PointerType type, class C>
struct Marshal<tag::PointerTo<type>, C> : Fetched {
  static constexpr ValueInfo info = {.reference = Reference::Pointer, .pointer = type};
  // Handing over a file's buffer gives it to the engine to free; Bridge.loadFile does both ends of that.
  static constexpr bool kCallable = type != tag::PointerType::fileBuffer;

  struct Argument {
    void* address = nullptr;
    bool read(CallReader& in, const std::byte*) {
      return pointerFromJs(in.bridge, in.nextReference(), type, in.place(), address);
    }
    C value() { return fromAddress<C>(address); }
    void write(Bridge&, std::byte*) {}
  };
};

template <tag::PointerType type, class C>
struct Result<tag::PointerTo<type>, C> : Plain {
  static constexpr ValueInfo info = {.reference = Reference::Pointer, .pointer = type};
  static void encode(Bridge&, std::byte*, C) {}
  static C decode(Bridge&, const std::byte*, const void* reference) { return fromAddress<C>(reference); }
  static napi_value toJs(Bridge& bridge, C value) {
    return pointerToJs(bridge, reinterpret_cast<const void*>(value), type, 0);
  }
};

// A place where the callee leaves a pointer: a local one, because what JavaScript holds is the pointer itself.
template <tag::PointerType type, class Item>
struct Marshal<tag::PointerTo<type>, Item**> : Fetched {
  static constexpr ValueInfo info = {.reference = Reference::PointerPlace, .pointer = type};

  struct Argument {
    void* address = nullptr;
    bool read(CallReader& in, const std::byte*) {
      return pointerFromJs(in.bridge, in.nextReference(), type, in.place(), address);
    }
    Item** value() { return reinterpret_cast<Item**>(&address); }
    void write(Bridge&, std::byte*) {}
  };
};

// A function of the caller's. Scripts have none to give.
template <class T, class C>
struct Marshal<tag::Callback<T>, C> : Fetched {
  static constexpr ValueInfo info = {.reference = Reference::Pointer, .pointer = tag::PointerType::function};
  static constexpr bool kCallable = false;

  struct Argument {
    bool read(CallReader&, const std::byte*) { return false; }
    C value() { return nullptr; }
    void write(Bridge&, std::byte*) {}
  };
};

// The bytes of a typed array; false leaves an exception pending.
bool bytesFromJs(napi_env env, napi_value value, std::string_view place, std::byte*& data, std::size_t& size);

// A block of memory whose length the next parameter tells. C gets a copy: JavaScript may give its array away while the
// function runs.
template <class C>
struct Marshal<tag::Bytes, C> : Fetched {
  using Item = std::remove_pointer_t<C>;
  static constexpr bool kWrittenByCallee = !std::is_const_v<Item>;
  static constexpr ValueInfo info = {.reference = Reference::Pointer, .pointer = tag::PointerType::customPointer};

  struct Argument {
    std::vector<std::byte> bytes;
    napi_value array = nullptr;

    bool read(CallReader& in, const std::byte*) {
      array = in.nextReference();
      std::byte* data = nullptr;
      std::size_t size = 0;
      if (!bytesFromJs(in.bridge.env, array, in.place(), data, size)) return false;
      bytes.assign(data, data + size);
      return true;
    }
    C value() { return reinterpret_cast<C>(bytes.data()); }
    void write(Bridge& bridge, std::byte*) {
      std::byte* data = nullptr;
      std::size_t size = 0;
      if (!kWrittenByCallee || !bytesFromJs(bridge.env, array, "bytes", data, size)) return;
      std::memcpy(data, bytes.data(), std::min(size, bytes.size()));
    }
    // How many items the next parameter may claim.
    std::size_t items() const {
      if constexpr (std::is_void_v<Item>) return bytes.size();
      else return bytes.size() / sizeof(Item);
    }
  };
};

}  // namespace mm::node
