// Numbers: widened to the word a frame holds, and narrowed again on the way to C.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "node/marshal/marshal.h"

namespace mm::node {

// How a kind of number lies in a frame.
template <class Tag>
struct WireOf {
  using Type = int32_t;
};
template <>
struct WireOf<tag::Uint> {
  using Type = uint32_t;
};
template <>
struct WireOf<tag::Long> {
  using Type = double;
};
template <>
struct WireOf<tag::Float> {
  using Type = float;
};

template <class Tag, class... Tags>
concept OneOf = (std::is_same_v<Tag, Tags> || ...);

template <class Tag>
concept NumberTag = OneOf<Tag, tag::Int, tag::Uint, tag::Byte, tag::Ushort, tag::Bool, tag::Char, tag::Long, tag::Float,
                          tag::StringT>;

template <NumberTag Tag, class C>
C numberFromFrame(const std::byte* at) {
  const auto word = get<typename WireOf<Tag>::Type>(at);
  if constexpr (std::is_same_v<Tag, tag::Bool>) {
    return static_cast<C>(word != 0);
  } else if constexpr (std::is_same_v<Tag, tag::Long>) {
    // Converting a double that does not fit is undefined, so what JavaScript may have written is bounded first. Beyond
    // 2^53 a double skips integers, and so do we.
    const double most = std::min(9007199254740991.0, static_cast<double>(std::numeric_limits<C>::max()));
    return std::isnan(word) ? 0 : static_cast<C>(std::clamp(word, -most, most));
  } else {
    return static_cast<C>(word);
  }
}

template <NumberTag Tag, class C>
void numberToFrame(std::byte* at, C value) {
  // A plain char may be signed; JavaScript wants its code.
  if constexpr (std::is_same_v<Tag, tag::Char>) {
    put<int32_t>(at, static_cast<unsigned char>(value));
  } else {
    put(at, static_cast<typename WireOf<Tag>::Type>(value));
  }
}

template <NumberTag Tag, class C>
struct Marshal<Tag, C> : Plain {
  static void load(Bridge&, std::byte* at, const C& value, bool) { numberToFrame<Tag>(at, value); }

  struct Argument {
    C number{};
    bool read(CallReader&, const std::byte* at) {
      number = numberFromFrame<Tag, C>(at);
      return true;
    }
    C value() { return number; }
    void write(Bridge&, std::byte*) {}
  };
};

template <NumberTag Tag, class C>
struct Result<Tag, C> : Plain {
  static void encode(Bridge&, std::byte* at, C value) { numberToFrame<Tag>(at, value); }
  static C decode(Bridge&, const std::byte* at, const void*) { return numberFromFrame<Tag, C>(at); }
  static napi_value toJs(Bridge&, C) { return nullptr; }
};

// Numbers behind a pointer: `int *`, `unsigned *`. A second word in the frame says whether the pointer was there.
template <class Pointee, bool kReadByCallee, class C>
struct NumberBehindPointer : Writable {
  static_assert(sizeof(Pointee) == sizeof(int32_t));

  static void load(Bridge&, std::byte* at, const C& pointer, bool) {
    put<int32_t>(at + 4, pointer != nullptr);
    // SAFETY: the caller of the C function passed it as a place for one number.
    put<Pointee>(at, pointer ? static_cast<Pointee>(*pointer) : Pointee{});
  }
  static void store(Bridge&, const std::byte* at, const C& pointer) {
    if (pointer) *pointer = get<Pointee>(at);
  }

  struct Argument {
    Pointee number{};
    bool read(CallReader&, const std::byte* at) {
      if (kReadByCallee) number = get<Pointee>(at);
      return true;
    }
    C value() { return &number; }
    void write(Bridge&, std::byte* at) { put(at, number); }
  };
};

template <class C>
struct Marshal<tag::IntOut, C> : NumberBehindPointer<int, false, C> {};
template <class C>
struct Marshal<tag::IntInOut, C> : NumberBehindPointer<int, true, C> {};
template <class C>
struct Marshal<tag::UintInOut, C> : NumberBehindPointer<unsigned, true, C> {};

}  // namespace mm::node
