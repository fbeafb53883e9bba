// Text. In hooks JavaScript fetches it when it wants it, because most hooks do not. In calls a copy is lent to C for as
// long as the row says the engine keeps the pointer.
#pragma once

#include <algorithm>
#include <cstdint>

#include "node/marshal/marshal.h"

namespace mm::node {

// Copies at most `size - 1` bytes and a NUL, not ending within a UTF-8 sequence. `from` ends at its NUL, or after
// `most` bytes if it has none.
void copyText(std::byte* to, std::size_t size, const char* from, std::size_t most = SIZE_MAX);

template <tag::Life life>
struct LentText {
  std::string text;
  const char* lent = nullptr;

  bool read(CallReader& in, const std::byte*) {
    napi_value value = in.nextReference();
    napi_valuetype type = napi_undefined;
    if (!check(in.bridge.env, napi_typeof(in.bridge.env, value, &type))) return false;
    // The few functions that take a NULL text are known to the SDK, which lets null through for them only.
    if (type == napi_null) return true;
    if (!textFromJs(in.bridge.env, value, in.function, in.what(), text)) return false;
    if constexpr (life == tag::Life::Call) lent = text.c_str();
    if constexpr (life == tag::Life::Map) lent = in.bridge.core->lendForMap(text.c_str());
    if constexpr (life == tag::Life::Process) lent = in.bridge.core->lendForProcess(text.c_str());
    return true;
  }
};

template <tag::Life life, class C>
struct Marshal<tag::Cstr<life>, C> : Fetched {
  static constexpr ValueInfo info = {.reference = Reference::Text};

  struct Argument : LentText<life> {
    // SAFETY: where C asks for a `char *` it gets our own copy, which it may change within its length.
    C value() { return const_cast<C>(this->lent); }
    void write(Bridge&, std::byte*) {}
  };
};

// The text of a printf-like function, already formatted. The caller of the C function adds the "%s".
template <class C>
struct Marshal<tag::Format, C> : Marshal<tag::Cstr<tag::Life::Call>, C> {};

template <tag::Life life, class C>
struct Result<tag::Cstr<life>, C> : Plain {
  static constexpr ValueInfo info = {.reference = Reference::Text};
  static void encode(Bridge&, std::byte*, C) {}
  static C decode(Bridge&, const std::byte*, const void* reference) {
    return static_cast<C>(const_cast<void*>(reference));
  }
  static napi_value toJs(Bridge& bridge, C text) { return textToJs(bridge.env, text); }
};

// A buffer that the callee fills. Its bytes travel in the frame. `room` is less than `size` where the caller of a
// hooked function said in the next parameter that it has less.
template <std::size_t size, class C>
struct Marshal<tag::OutText<size>, C> : Writable {
  static constexpr std::size_t kFrameBytes = alignFrame(size);

  static void load(Bridge&, std::byte* at, const C& buffer, bool, std::size_t room = size) {
    copyText(at, size, buffer ? buffer : "", room);
  }
  static void store(Bridge&, const std::byte* at, const C& buffer, std::size_t room = size) {
    // SAFETY: the C function's contract gives the buffer `size` bytes, or as many as its caller says.
    auto* to = reinterpret_cast<std::byte*>(buffer);
    if (buffer && room > 0) copyText(to, std::min(room, size), reinterpret_cast<const char*>(at));
  }

  struct Argument {
    char buffer[size] = {};
    bool read(CallReader&, const std::byte*) { return true; }
    C value() { return buffer; }
    // How many bytes the next parameter may claim, should it be the buffer's size.
    std::size_t items() const { return size; }
    void write(Bridge&, std::byte* at) {
      buffer[size - 1] = '\0';
      copyText(at, size, buffer);
    }
  };
};

// A place where the callee leaves a pointer to text of its own.
template <class C>
struct Marshal<tag::CstrOut, C> : Plain {
  static constexpr std::size_t kSize = 256;
  static constexpr std::size_t kFrameBytes = kSize;

  static void load(Bridge&, std::byte* at, const C& place, bool returned) {
    // Before the function ran the place may hold anything.
    copyText(at, kSize, returned && place && *place ? *place : "");
  }

  struct Argument {
    char* text = nullptr;
    bool read(CallReader&, const std::byte*) { return true; }
    C value() { return &text; }
    void write(Bridge&, std::byte* at) { copyText(at, kSize, text ? text : ""); }
  };
};

}  // namespace mm::node
